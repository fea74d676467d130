"""Each letter once: after a success, a refusal, a silence, a crash at every moment."""

import multiprocessing
import os
import signal
from pathlib import Path

import pytest

from kiosk.errors import ChannelAway, Refused, StoreAway
from kiosk.mailing.attempts import Attempts, Fate
from kiosk.mailing.letter import REPEAT
from tests.kiosk.mailing.letters import TO, a_letter, a_post
from tests.servers.smtp import Mailbox, mail_server, mute_server

SPAWN = multiprocessing.get_context("spawn")


def test_a_letter_that_was_taken_is_never_sent_again(tmp_path):
    """Not by the same program, nor by one that starts later."""
    mailbox = Mailbox()
    with mail_server(mailbox) as port:
        a_post(tmp_path, port).deliver(a_letter())
        a_post(tmp_path, port).deliver(a_letter())

    assert 1 == len(mailbox.arrived)


def test_another_letter_is_another_letter(tmp_path):
    """What counts is the key."""
    mailbox = Mailbox()
    with mail_server(mailbox) as port:
        for key in ("ab" * 16, "cd" * 16):
            a_post(tmp_path, port).deliver(a_letter(key=key))

    assert 2 == len(mailbox.arrived)


@pytest.mark.parametrize("answer", ["452 full", "421 closing"])
def test_what_was_put_off_is_sent_later_and_marked_as_nothing_special(tmp_path, answer):
    """Greylisting: the first try surely brought nothing."""
    mailbox = Mailbox(answer=answer)
    with mail_server(mailbox) as port:
        with pytest.raises(ChannelAway):
            a_post(tmp_path, port).deliver(a_letter())
        mailbox.answer = "250 taken"
        a_post(tmp_path, port).deliver(a_letter())

    assert [None] == [mail[REPEAT] for mail in mailbox.to(TO)]


def test_a_refusal_may_be_mended_and_tried_again(tmp_path):
    """Staff retry once the mailbox exists."""
    mailbox = Mailbox(rcpt={TO: "550 unknown"})
    with mail_server(mailbox) as port:
        with pytest.raises(Refused):
            a_post(tmp_path, port).deliver(a_letter())
        mailbox.rcpt = {}
        a_post(tmp_path, port).deliver(a_letter())

    assert 1 == len(mailbox.arrived)


def test_what_may_have_arrived_is_sent_again_as_a_repetition(tmp_path):
    """Same Message-ID, marked, and the text says so: nobody acts on it twice unknowingly."""
    mailbox = Mailbox(breaks_off=True)
    with mail_server(mailbox) as port:
        with pytest.raises(ChannelAway):
            a_post(tmp_path, port).deliver(a_letter())
        mailbox.breaks_off = False
        a_post(tmp_path, port).deliver(a_letter())
        a_post(tmp_path, port).deliver(a_letter())

    first, again = mailbox.to(TO)
    assert first["Message-ID"] == again["Message-ID"]
    assert [None, "yes"] == [first[REPEAT], again[REPEAT]]
    assert again.get_content().startswith("Déjà reçu ?")


def test_a_doubt_outlives_a_try_that_surely_brought_nothing(tmp_path):
    """Maybe sent, then put off: the next one is still a repetition."""
    mailbox = Mailbox(breaks_off=True)
    with mail_server(mailbox) as port:
        for answer, breaks_off in (("250 taken", True), ("452 full", False)):
            mailbox.answer, mailbox.breaks_off = answer, breaks_off
            with pytest.raises(ChannelAway):
                a_post(tmp_path, port).deliver(a_letter())
        mailbox.answer = "250 taken"
        a_post(tmp_path, port).deliver(a_letter())

    assert [None, "yes"] == [mail[REPEAT] for mail in mailbox.to(TO)]


class _KillsItself(Attempts):
    """Ends the process at the moment when this fate is to be noted, before or after it is."""

    moment, after = Fate.SENDING, False

    def note(self, key: str, fate: Fate) -> None:
        if fate is not self.moment or self.after:
            super().note(key, fate)
        if fate is self.moment:
            os.kill(os.getpid(), signal.SIGKILL)


def _die(folder: Path, port: int, moment: Fate, after: bool) -> None:
    attempts = _KillsItself(folder)
    type(attempts).moment, type(attempts).after = moment, after
    post = a_post(folder, port)
    type(post)(post.server, post.sender, attempts, post.now).deliver(a_letter())


@pytest.mark.parametrize(
    ("moment", "after", "arrived"),
    [
        (Fate.SENDING, False, [None]),
        (Fate.SENDING, True, ["yes"]),
        (Fate.SENT, False, [None, "yes"]),
        (Fate.SENT, True, [None]),
    ],
    ids=["before the try", "try noted", "taken, not noted", "taken and noted"],
)
def test_killed_at_any_moment_it_loses_nothing_and_repeats_nothing_unknowingly(
    tmp_path, moment, after, arrived
):
    """Kill -9, then the program starts again: it arrives, and a second one only as a marked repetition."""
    mailbox = Mailbox()
    with mail_server(mailbox) as port:
        process = SPAWN.Process(target=_die, args=(tmp_path, port, moment, after))
        process.start()
        process.join()
        assert -signal.SIGKILL == process.exitcode
        a_post(tmp_path, port).deliver(a_letter())

    assert arrived == [mail[REPEAT] for mail in mailbox.to(TO)]


def _deliver(folder: Path, port: int) -> None:
    a_post(folder, port).deliver(a_letter())


def test_processes_that_send_at_once_send_one(tmp_path):
    """The desk and a command carry the same decision out."""
    mailbox = Mailbox()
    with mail_server(mailbox) as port:
        processes = [SPAWN.Process(target=_deliver, args=(tmp_path, port)) for _ in range(3)]
        for process in processes:
            process.start()
        for process in processes:
            process.join()

    assert [0, 0, 0] == [process.exitcode for process in processes]
    assert 1 == len(mailbox.arrived)


def test_nothing_is_sent_that_could_not_be_noted(tmp_path):
    """A full or read-only disk: better late than twice."""
    (tmp_path / "sent").write_text("a file in the folder's place")
    mailbox = Mailbox()
    with mail_server(mailbox) as port, pytest.raises(StoreAway, match="nothing is sent"):
        a_post(tmp_path / "sent", port).deliver(a_letter())

    assert 0 == mailbox.tries


def test_what_is_kept_names_nobody(tmp_path):
    """A key and a word, for their owner only."""
    with mail_server(Mailbox()) as port:
        a_post(tmp_path / "sent", port).deliver(a_letter())

    (file,) = (path for path in (tmp_path / "sent").iterdir() if path.name != ".lock")
    assert ("ab" * 16, "sent", 0o600) == (file.name, file.read_text(), file.stat().st_mode & 0o777)


def test_forgets_what_was_sent_long_ago(tmp_path):
    """After three months nothing asks for it any more."""
    attempts = Attempts(tmp_path)
    attempts.note("old", Fate.SENT)
    attempts.note("new", Fate.SENT)
    os.utime(tmp_path / "old", (0, 0))

    attempts.forget_old((tmp_path / "new").stat().st_mtime)

    assert (Fate.NEW, Fate.SENT) == (attempts.fate("old"), attempts.fate("new"))


def test_a_damaged_note_counts_as_a_doubt(tmp_path):
    """It was written because a try began."""
    (tmp_path / "key").write_text("sen\ufffd")

    assert Fate.SENDING is Attempts(tmp_path).fate("key")


def test_a_server_that_is_away_leaves_no_doubt(tmp_path):
    """Nothing was handed over."""
    with mute_server() as port:
        pass
    with pytest.raises(ChannelAway):
        a_post(tmp_path, port).deliver(a_letter())

    assert Fate.NEW is Attempts(tmp_path).fate(a_letter().key)
