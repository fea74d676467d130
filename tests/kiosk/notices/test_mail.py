"""Notices reach the holder's addresses once: after restarts, outages, crashes; and never before it came to pass."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

import pytest

from kiosk.notices import ONE_TIME_SECRET, Told
from kiosk.request.request import State
from tests.given import a_holder, a_request
from tests.kiosk.notices.mails import RESCUE, UNIVERSITY, World
from tests.servers.smtp import Mailbox, mail_server

UNLOCKED = a_request(state=State.UNLOCKED, version=3)


@dataclass(slots=True)
class Campus:
    mailbox: Mailbox
    world: World

    def subjects(self, address: str) -> list[str]:
        return [mail["Subject"] for mail in self.mailbox.to(address)]


@pytest.fixture
def campus(tmp_path) -> Iterator[Campus]:
    mailbox = Mailbox()
    with mail_server(mailbox) as port:
        yield Campus(mailbox, World(tmp_path, port))


def tell(campus: Campus, request=UNLOCKED) -> None:
    notices = campus.world.notices()
    notices.expect(request)
    campus.world.save(request)
    notices.tell(request)


def test_reaches_both_addresses_in_a_letter_each(campus):
    """Neither mailbox learns of the other."""
    tell(campus)
    campus.world.notices().send()

    assert [UNIVERSITY, RESCUE] == [address for address, _ in campus.mailbox.arrived]
    assert [[UNIVERSITY], [RESCUE]] == [[mail["To"]] for _, mail in campus.mailbox.arrived]
    assert Told.SENT is campus.world.notices().fate(UNLOCKED)


def test_is_sent_once_however_often_it_is_told_and_tried(campus):
    """Told again after a crash; tried at every start."""
    for _ in range(3):
        tell(campus)
        campus.world.notices().send()
        campus.world.at += timedelta(hours=2)

    assert 2 == len(campus.mailbox.arrived)


def test_a_crash_between_saving_and_telling_loses_nothing(campus):
    """It was expected before; the store says that it came to pass."""
    campus.world.notices().expect(UNLOCKED)
    campus.world.save(UNLOCKED)
    campus.world.notices().send()

    assert 1 == len(campus.mailbox.to(UNIVERSITY))


def test_what_did_not_come_to_pass_is_never_told(campus):
    """Expected, and then the store refused: another desk was quicker, or the program died before."""
    campus.world.save(a_request(state=State.APPROVED))
    campus.world.notices().expect(UNLOCKED)
    for _ in range(3):
        campus.world.notices().send()
        campus.world.at += timedelta(hours=13)
    campus.world.save(UNLOCKED)
    campus.world.notices().send()

    assert [] == campus.mailbox.arrived
    assert None is campus.world.notices().fate(UNLOCKED)


def test_a_request_that_was_never_filed_is_forgotten(campus):
    """The terminal died before it could save; a day later the note is gone."""
    campus.world.notices().expect(a_request())
    campus.world.at += timedelta(days=1, hours=1)
    campus.world.notices().send()

    assert [] == list((campus.world.folder / "notices").glob("*.json"))


@pytest.mark.parametrize("trouble", ["greylisted", "directory"])
def test_waits_longer_each_time_and_arrives_once(campus, trouble):
    """Greylisted or no directory: after a minute, two, four."""
    tell(campus)
    campus.mailbox.answer = "451 greylisted"
    campus.world.is_directory_away = trouble == "directory"
    tries = []
    for minute in range(8):
        before = campus.mailbox.tries
        campus.world.notices().send()
        tries += [minute] * (campus.mailbox.tries > before)
        campus.world.at += timedelta(minutes=1)
    campus.mailbox.answer, campus.world.is_directory_away = "250 taken", False
    campus.world.at += timedelta(hours=1)
    campus.world.notices().send()

    assert tries == ([0, 1, 3, 7] if trouble == "greylisted" else [])
    assert 1 == len(campus.mailbox.to(UNIVERSITY))


def test_gives_up_after_days_and_the_desk_sees_it(campus):
    """Nobody needs to read on Friday what was so on Monday."""
    tell(campus)
    campus.mailbox.answer = "451 not now"
    for _ in range(80):
        campus.world.notices().send()
        campus.world.at += timedelta(hours=1)
    tries = campus.mailbox.tries
    campus.world.notices().send()

    assert (Told.GIVEN_UP, tries) == (campus.world.notices().fate(UNLOCKED), campus.mailbox.tries)


@pytest.mark.parametrize(
    "addresses",
    [(), ("",), ("no address",), ("a@b\r\nRCPT TO:<c@d>",), ("é@univ.example",)],
    ids=["none", "empty", "words", "injection", "other letters"],
)
def test_without_an_address_nothing_is_sent_and_the_desk_sees_it(campus, addresses):
    """Nor to what only looks like one."""
    campus.world.addresses = {"21900017": addresses}
    tell(campus)
    campus.world.notices().send()

    assert 0 == campus.mailbox.tries
    assert Told.NO_ADDRESS is campus.world.notices().fate(UNLOCKED)


def test_one_address_that_is_refused_doesnt_stop_the_other(campus):
    """A closed rescue mailbox."""
    campus.mailbox.rcpt = {UNIVERSITY: "550 closed"}
    tell(campus)
    campus.world.notices().send()

    assert [RESCUE] == [address for address, _ in campus.mailbox.arrived]
    assert Told.SENT is campus.world.notices().fate(UNLOCKED)


def test_addresses_that_are_all_refused_are_told_to_the_desk(campus):
    """Staff can still say it themselves."""
    campus.mailbox.rcpt = {UNIVERSITY: "550 closed", RESCUE: "550 closed"}
    tell(campus)
    campus.world.notices().send()

    assert Told.REFUSED is campus.world.notices().fate(UNLOCKED)


def test_one_address_that_is_put_off_doesnt_repeat_the_other(campus):
    """The first was taken; the second is greylisted and arrives later."""
    campus.mailbox.rcpt = {RESCUE: "450 greylisted"}
    tell(campus)
    campus.world.notices().send()
    campus.mailbox.rcpt = {}
    campus.world.at += timedelta(hours=1)
    campus.world.notices().send()

    assert [UNIVERSITY, RESCUE] == [address for address, _ in campus.mailbox.arrived]


def test_an_erased_holder_is_told_nothing(campus):
    """Whoever was forgotten before the mail server came back."""
    tell(campus)
    campus.world.save(a_request(state=State.UNLOCKED, holder=None))
    campus.world.notices().send()

    assert 0 == campus.mailbox.tries
    assert [] == list((campus.world.folder / "notices").glob("*.json"))


def test_forgetting_drops_what_waits_and_what_was_sent(campus):
    """Nothing of this request is left; another one's notice is."""
    tell(campus)
    other = a_request(id="c" * 32, reference="MK-3333-3333", state=State.UNLOCKED)
    tell(campus, other)
    campus.world.notices().forget([UNLOCKED.id])

    assert [f"{other.id}-unlocked.json"] == [
        path.name for path in (campus.world.folder / "notices").glob("*.json")
    ]


def test_what_waits_on_disk_names_nobody(campus):
    """Random ids and words; the addresses are looked up when it is sent and kept nowhere."""
    tell(campus)
    campus.world.notices().send()
    left = b"".join(
        path.name.encode() + path.read_bytes() for path in campus.world.folder.rglob("*") if path.is_file()
    )

    person = ("21900017", "Amélie", "Dupond", UNIVERSITY, RESCUE, "elsewhere")
    assert [] == [word for word in person if word.encode() in left]


def test_each_one_time_secret_is_told(campus):
    """A second one is another event, whatever the request's state."""
    campus.world.save(UNLOCKED)
    for _ in range(2):
        campus.world.notices().tell(UNLOCKED, ONE_TIME_SECRET)
        campus.world.notices().send()
        campus.world.at += timedelta(minutes=5)

    assert 2 == len(campus.subjects(UNIVERSITY))


def test_speaks_the_language_of_the_visit(campus):
    """French where the visit was in a language that has no mails."""
    for number, language in enumerate(("en", "fr", "xx")):
        request = a_request(
            id=str(number) * 32,
            reference=f"MK-2222-222{number}",
            state=State.UNLOCKED,
            holder=a_holder(language=language),
        )
        tell(campus, request)
    campus.world.notices().send()

    assert ["en", "fr", "fr"] == [mail["Content-Language"] for mail in campus.mailbox.to(UNIVERSITY)]


def test_a_folder_that_cannot_be_written_stops_nothing(campus, caplog):
    """Telling is not the work: the request is decided whatever becomes of the notice."""
    (campus.world.folder / "notices").write_text("a file in the folder's place")
    tell(campus)
    campus.world.notices().send()
    campus.world.notices().forget([UNLOCKED.id])

    assert None is campus.world.notices().fate(UNLOCKED)
    assert "notice not left" in {record.message for record in caplog.records}


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"told": "sent"}', "\x00"])
def test_a_damaged_note_stands_aside(campus, content):
    """The others are sent all the same."""
    tell(campus)
    (campus.world.folder / "notices" / f"{'0' * 32}-unlocked.json").write_text(content)
    campus.world.notices().send()

    assert 2 == len(campus.mailbox.arrived)
