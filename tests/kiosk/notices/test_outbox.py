import json
from pathlib import Path
from typing import Any

import pytest

from kiosk.notices.outbox import Outbox
from kiosk.request.request import Decision, Holder, State
from kiosk.triage.words import Door
from tests.kiosk.channel.approved import NOON, a_request

ENGLISH = Holder(
    student_number="21900010", account="uid=nlefevre", display_name="Noëlle Lefèvre", language="en"
)


def told(folder: Path, **changes: Any) -> Any:
    """Return what the outbox's only file says after telling this request."""
    Outbox(folder).tell(a_request(**changes))
    (file,) = folder.iterdir()
    return json.loads(file.read_text())


def test_leaves_the_outcome_as_a_code(tmp_path):
    """A mailer finds which request, how it ended and the language to say it in."""
    assert {
        "format": 1,
        "request": "5f1e",
        "reference": "K7F4-9TQX",
        "outcome": "unlocked",
        "language": "en",
        "reason": None,
        "door": None,
    } == told(tmp_path, state=State.UNLOCKED, holder=ENGLISH)


def test_tells_why_a_request_was_refused(tmp_path):
    """The reason's code goes on to the holder."""
    decision = Decision(by="bob", at=NOON, reason="document_expired")

    assert "document_expired" == told(tmp_path, state=State.REFUSED, decision=decision)["reason"]


def test_tells_where_a_request_was_sent(tmp_path):
    """The holder learns which office has it now."""
    decision = Decision(by="bob", at=NOON, to=Door.REGISTRAR)

    assert "registrar" == told(tmp_path, state=State.REDIRECTED, decision=decision)["door"]


def test_keeps_back_what_a_supervisor_wrote(tmp_path):
    """A written reason for approving is for the staff, not for a notice."""
    decision = Decision(by="bob", at=NOON, reason="Reported her laptop stolen on Monday.")

    assert told(tmp_path, state=State.UNLOCKED, decision=decision)["reason"] is None


def test_leaves_nothing_personal(tmp_path):
    """Neither the file nor its name knows who it is for."""
    Outbox(tmp_path).tell(a_request(state=State.UNLOCKED, holder=ENGLISH))
    (file,) = tmp_path.iterdir()
    left = file.name + file.read_text()

    assert not [value for value in ("21900010", "nlefevre", "Noëlle", "Lef", "No\\u00eblle") if value in left]


def test_leaves_a_file_for_its_owner_only(tmp_path):
    """Other users of the computer can't read it."""
    Outbox(tmp_path).tell(a_request())

    assert [0o600] == [file.stat().st_mode & 0o777 for file in tmp_path.iterdir()]


def test_tells_one_outcome_once(tmp_path):
    """Telling again after a crash replaces the notice."""
    Outbox(tmp_path).tell(a_request())
    Outbox(tmp_path).tell(a_request())

    assert 1 == len(list(tmp_path.iterdir()))


def test_tells_nothing_about_an_erased_holder(tmp_path):
    """There is nobody left to tell."""
    Outbox(tmp_path).tell(a_request(holder=None))

    assert [] == list(tmp_path.iterdir())


def test_makes_its_folder(tmp_path):
    """The first notice doesn't wait for an administrator."""
    Outbox(tmp_path / "new" / "outbox").tell(a_request())

    assert 1 == len(list((tmp_path / "new" / "outbox").iterdir()))


@pytest.fixture
def blocked(tmp_path):
    """Return a folder that can't be one: a file is in its place."""
    (tmp_path / "outbox").write_text("")
    return tmp_path / "outbox"


def test_never_raises(blocked):
    """Telling is not the work: the request is decided whatever becomes of the notice."""
    Outbox(blocked).tell(a_request())


def test_logs_a_notice_that_could_not_be_left(blocked, caplog):
    """The administrator finds which request, by its random id."""
    Outbox(blocked).tell(a_request())

    assert [("notice not left", "5f1e")] == [(record.message, record.request) for record in caplog.records]
