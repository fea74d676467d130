"""What a day of mails writes, as the kernel sees it: the person stands in the store and on the wire alone."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.journeys.commands import PROJECT, someone, without
from tests.journeys.handing_over import handing_over
from tests.journeys.test_mail import INSTITUTION, MAIL, NOTICES, RESCUE, with_settings
from tests.journeys.watching import STORE_FILES, WRITES, watched
from tests.kiosk.printer.roll import Roll
from tests.servers.smtp import Mailbox, mail_server

STUDENT = someone()
NO_FILE = ("pipe:", "socket:", "TCP:", "/dev/null")


@dataclass(frozen=True, slots=True)
class Day:
    """written: what was written, each with the file it went to. files: what is left. secret: what was on paper."""

    written: list[tuple[str, bytes]]
    files: list[Path]
    mailbox: Mailbox
    secret: str


@pytest.fixture(scope="module")
def day(opened, tmp_path_factory) -> Day:
    """Notices, a one-time secret and a request for digital support, in a process that strace watches."""
    folder, record, mailbox = tmp_path_factory.mktemp("mails"), tmp_path_factory.mktemp("record"), Mailbox()
    fresh = [opened.elsewhere(folder / name) for name in ("telling-data", "sending-data")]
    roll = Roll(folder / "lp0")
    with mail_server(mailbox) as port:
        mail = MAIL.format(port=port)
        telling = handing_over(fresh[0], folder / "telling", roll.path, mail, NOTICES)
        sending = with_settings(fresh[1], folder / "sending", mail, channel="mail")
        words = [str(each) for kiosk in (telling, sending) for each in (kiosk.config, kiosk.data)]
        environment = without() | {
            "PYTHONPATH": str(PROJECT),
            "PYTHONDONTWRITEBYTECODE": "1",
            "TMPDIR": str(folder),
        }
        calls, _ = watched([sys.executable, "-m", "tests.journeys.mail_day", *words], record, environment)
    secret = roll.secret()
    os.close(roll.end)
    written = [
        (call.path, call.content)
        for call in calls
        if call.name in WRITES and not call.path.startswith(NO_FILE) and call.path != str(roll.path)
    ]
    left = [path for kiosk in fresh for path in kiosk.data.rglob("*") if path.is_file()]
    return Day(written, left, mailbox, secret)


def test_everything_was_sent(day):
    """Else the silence below would prove nothing."""
    folders = {path.parent.name for path in day.files}

    assert {INSTITUTION, RESCUE, "assistance@univ.example"} == {to for to, _ in day.mailbox.arrived}
    assert {"notices", "sent", "one_time_secrets"} <= folders
    assert any(STUDENT.number.encode() in content for _, content in day.written)


def test_name_and_number_go_to_the_store_alone(day):
    """In no note about a notice, a mail or a secret, at no moment, nor in a file's name."""
    words = (STUDENT.number, STUDENT.names.surname, STUDENT.names.given_name)
    known = {
        Path(path).name for path, content in day.written if any(word.encode() in content for word in words)
    }

    assert known <= STORE_FILES
    assert [] == [path.name for path in day.files if any(word in path.name for word in words)]


def test_no_address_is_written_anywhere(day):
    """The directory is asked for them at each try."""
    assert [] == [
        path for path, content in day.written for word in (INSTITUTION, RESCUE) if word.encode() in content
    ]


def test_the_secret_is_written_nowhere_but_on_paper(day):
    """Not even to the store."""
    assert 25 <= len(day.secret)
    assert [] == [path for path, content in day.written if day.secret.encode() in content]
