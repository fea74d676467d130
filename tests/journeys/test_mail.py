"""From the command line to a real mail server: what is handed over, who is told, and what is left on disk."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from tests.journeys.commands import Kiosk, someone
from tests.servers.smtp import Mailbox, mail_server, mute_server

STUDENT = someone()
SUPPORT = "assistance@univ.example"
INSTITUTION, RESCUE = f"{STUDENT.number}@etu.campus.example", f"{STUDENT.number}@rescue.example"
MAIL = """
[mail]
host = "127.0.0.1"
port = {port}
security = "none"
sender = "guichet@univ.example"
timeout_seconds = 2
"""
NOTICES = '\n[notices]\nkind = "mail"\nphone = "05 00 00 00 00"\n'


@dataclass(frozen=True, slots=True)
class Campus:
    kiosk: Kiosk
    mailbox: Mailbox

    def on_port(self, port: int) -> Kiosk:
        """Return the same kiosk, its mail server at another port."""
        text = self.kiosk.config.read_text(encoding="utf-8")
        other = self.kiosk.config.with_name("other.toml")
        lines = [f"port = {port}" if line.startswith("port = ") else line for line in text.splitlines()]
        other.write_text("\n".join(lines), encoding="utf-8")
        return replace(self.kiosk, config=other)


def with_settings(fresh: Kiosk, folder: Path, *extra: str, channel: str = "directory") -> Kiosk:
    kiosk = fresh.decided_otherwise(folder)
    text = kiosk.config.read_text(encoding="utf-8")
    text = text.replace('[channel]\nkind = "directory"', f'[channel]\nkind = "{channel}"\nto = "{SUPPORT}"')
    kiosk.config.write_text(text + "".join(extra), encoding="utf-8")
    return kiosk


@pytest.fixture
def telling(fresh, tmp_path) -> Iterator[Campus]:
    """A campus that unlocks by itself and tells by mail."""
    mailbox = Mailbox()
    with mail_server(mailbox) as port:
        yield Campus(with_settings(fresh, tmp_path / "campus", MAIL.format(port=port), NOTICES), mailbox)


@pytest.fixture
def handing_over(fresh, tmp_path) -> Iterator[Campus]:
    """A campus that hands requests over by mail."""
    mailbox = Mailbox()
    with mail_server(mailbox) as port:
        kiosk = with_settings(fresh, tmp_path / "campus", MAIL.format(port=port), channel="mail")
        yield Campus(kiosk, mailbox)


def test_a_request_is_told_when_it_is_filed_and_when_it_is_done(telling):
    """Filed alone at the terminal, which sends nothing itself; then approved and unlocked."""
    reference = telling.kiosk.submit(STUDENT).json["reference"]
    assert 0 == telling.mailbox.tries

    telling.kiosk.run("queue", login="valideuse")
    assert [INSTITUTION, RESCUE] == [to for to, _ in telling.mailbox.arrived]

    telling.kiosk.run("approve", reference, "--seen", login="valideuse")
    telling.kiosk.run("queue", login="valideuse")
    subjects = [mail["Subject"] for mail in telling.mailbox.to(INSTITUTION)]
    assert [
        f"Une demande a été déposée à votre nom ({reference})",
        f"Votre compte est débloqué ({reference})",
    ] == subjects
    assert "sent" == telling.kiosk.run("show", reference, "--json", login="valideuse").json["told"]


def test_no_byte_left_on_disk_but_the_stores_names_the_person_or_an_address(telling):
    """Notices and what is known of their sending hold random ids."""
    reference = telling.kiosk.submit(STUDENT).json["reference"]
    telling.kiosk.run("approve", reference, "--seen", login="valideuse")
    left = [path for path in telling.kiosk.data.rglob("*") if path.is_file() and "sqlite" not in path.name]
    words = (STUDENT.number, STUDENT.names.surname, "campus.example", "rescue.example")

    assert [path for path in left if path.parent.name == "notices"]
    assert [path for path in left if path.parent.name == "sent"]
    assert [] == [
        (path.name, word)
        for path in left
        for word in words
        if word.encode() in path.read_bytes() or word in path.name
    ]


def test_a_request_is_handed_over_complete_and_once(handing_over):
    """Approve it, and look again: digital support has one mail."""
    reference = handing_over.kiosk.submit(STUDENT).json["reference"]
    done = handing_over.kiosk.run("approve", reference, "--seen", "--json", login="valideuse")
    handing_over.kiosk.run("queue", login="valideuse")

    (mail,) = handing_over.mailbox.to(SUPPORT)
    assert (0, "handed_over") == (done.status, done.json["state"])
    assert f"{STUDENT.names.given_name} {STUDENT.names.surname}" in mail.get_content()
    assert STUDENT.number in mail.get_content()


def test_a_mail_server_that_is_away_loses_nothing(handing_over):
    """Approved stays approved, exit status 3; once the server is back it is handed over."""
    reference = handing_over.kiosk.submit(STUDENT).json["reference"]
    with mute_server() as port:
        pass
    away = handing_over.on_port(port).run("approve", reference, "--seen", "--json", login="valideuse")
    assert (3, "approved", "channel_away") == (away.status, away.json["state"], away.json["failure"])

    done = handing_over.kiosk.run("approve", reference, login="valideuse")
    assert (0, 1) == (done.status, len(handing_over.mailbox.arrived))


def test_a_mailbox_that_support_doesnt_have_fails_with_its_code(handing_over):
    """Exit status 1; mended, a retry sends it."""
    handing_over.mailbox.rcpt = {SUPPORT: "550 unknown"}
    reference = handing_over.kiosk.submit(STUDENT).json["reference"]
    failed = handing_over.kiosk.run("approve", reference, "--seen", "--json", login="valideuse")
    assert (1, "failed", "address_refused") == (failed.status, failed.json["state"], failed.json["failure"])

    handing_over.mailbox.rcpt = {}
    assert 0 == handing_over.kiosk.run("retry", reference, login="valideuse").status
    assert 1 == len(handing_over.mailbox.arrived)


def test_doctor_looks_at_the_mail_server(handing_over):
    """It answers; or what to do is said."""
    with mute_server() as port:
        pass
    found = [
        next(each for each in kiosk.run("doctor", "--json").json if each["part"] == "mail")
        for kiosk in (handing_over.kiosk, handing_over.on_port(port))
    ]

    assert ["warning", "failed"] == [each["level"] for each in found]
    assert "mail.host" in found[1]["sentence"]


def test_by_hand_the_steps_are_printed_first(fresh, tmp_path):
    """On standard error, so that a script still reads what it reads."""
    kiosk = with_settings(fresh, tmp_path / "campus", channel="by_hand")
    reference = kiosk.submit(STUDENT).json["reference"]
    done = kiosk.run("approve", reference, "--seen", "--json", login="valideuse")

    assert "handed_over" == done.json["state"]
    assert ["1.", "2.", "3.", "4."] == [line[:2] for line in done.err.splitlines()]


def test_no_secret_is_handed_over_unless_the_campus_wants_it(telling):
    """Off by default, and the sentence names the setting."""
    reference = telling.kiosk.submit(STUDENT).json["reference"]
    refused = telling.kiosk.run("hand-over", reference, "--seen", login="valideuse")

    assert 1 == refused.status
    assert "unlock.one_time_secret" in refused.sentence
