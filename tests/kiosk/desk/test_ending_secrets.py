"""A one-time secret that nobody used opens nothing after a day; what the student chose in time stays."""

from dataclasses import replace

import pytest

from kiosk.desk.carrying_out import resume
from kiosk.desk.one_time_secret import hand_over
from kiosk.desk.person import erase_person
from kiosk.errors import Refused
from kiosk.filing import Witness, file_claim
from kiosk.open_secrets import OpenSecrets
from kiosk.private_file import alone
from kiosk.request.request import State
from kiosk.staff.account import Role
from tests.given import NUMBER
from tests.kiosk.desk.slips import Slips, handing_over
from tests.kiosk.test_filing import a_claim


@pytest.fixture
def desk(bench, tmp_path):
    return handing_over(bench, Slips(), tmp_path)


@pytest.fixture
def handed_over(desk):
    """A request whose person left with a secret on paper."""
    request = file_claim(desk.kit, a_claim(), Witness()).request
    return hand_over(desk.kit, desk.staff[Role.APPROVER], request.reference, seen=True)


def events(desk) -> int:
    return sum('"one_time_secret_ended"' in event.body for event in desk.kit.store.events())


def resume_after(desk, **time) -> None:
    desk.clock.advance(**time)
    resume(desk.kit)


def test_an_unused_one_is_ended_after_a_day(desk, handed_over):
    """Once, with an event that says so."""
    resume_after(desk, hours=23, minutes=59)
    assert [] == desk.directory.ended

    resume_after(desk, minutes=1)
    resume_after(desk, minutes=1)

    assert ([NUMBER], 1) == (desk.directory.ended, events(desk))


def test_one_that_was_changed_in_time_stays(desk, handed_over):
    """The student's own password is nobody's to end, and no event tells when they chose it."""
    desk.directory.states[NUMBER] = replace(desk.directory.states[NUMBER], must_change_password=False)

    resume_after(desk, hours=24)

    assert ([], 0, ()) == (desk.directory.ended, events(desk), desk.kit.open_secrets.all())


def test_a_second_one_has_a_day_of_its_own(desk, handed_over):
    """The first one's day ends nothing of the second's."""
    desk.clock.advance(hours=2)
    hand_over(desk.kit, desk.staff[Role.APPROVER], handed_over.reference, seen=True)

    resume_after(desk, hours=23)
    assert [] == desk.directory.ended

    resume_after(desk, hours=1)
    assert [NUMBER] == desk.directory.ended


def test_an_outage_only_puts_it_off(desk, handed_over):
    """It is tried again a few minutes later, not at every look."""
    desk.directory.away = True
    resume_after(desk, hours=24)
    desk.directory.away = False

    resume_after(desk, minutes=1)
    assert [] == desk.directory.ended

    resume_after(desk, minutes=5)
    assert ([NUMBER], 1) == (desk.directory.ended, events(desk))


def test_a_restart_loses_none(desk, handed_over, tmp_path):
    """What is out lies on the disk."""
    desk.kit = replace(desk.kit, open_secrets=OpenSecrets(tmp_path / "open"))

    resume_after(desk, hours=24)

    assert [NUMBER] == desk.directory.ended


def test_one_process_at_a_time_ends_them(desk, handed_over, tmp_path):
    """Two windows of one desk don't do it twice."""
    with alone(tmp_path / "open"):
        resume_after(desk, hours=24)
        assert [] == desk.directory.ended

    resume(desk.kit)
    assert [NUMBER] == desk.directory.ended


def test_the_note_holds_no_person_and_no_secret(desk, handed_over, tmp_path):
    """Random ids and times; for its owner only."""
    (file,) = (tmp_path / "open").glob("*.json")
    text = file.read_text()

    assert [] == [word for word in (NUMBER, desk.kit.slips.secret, "Dupond") if word in text]
    assert 0o600 == file.stat().st_mode & 0o777


def test_what_can_not_be_noted_is_not_printed(desk, tmp_path):
    """Nobody leaves with a secret that nobody would end."""
    (tmp_path / "open").write_text("a file where the folder should be")
    request = file_claim(desk.kit, a_claim(), Witness()).request

    with pytest.raises(Refused) as caught:
        hand_over(desk.kit, desk.staff[Role.APPROVER], request.reference, seen=True)

    assert (("secret_not_noted",), []) == (caught.value.reasons, desk.kit.slips.printed)
    assert State.WAITING is desk.kit.store.get(request.reference).state


def test_nobody_is_erased_while_a_secret_is_out(desk, handed_over):
    """Whose account it opens would be forgotten; once it has ended, it can be done."""
    with pytest.raises(Refused) as caught:
        erase_person(desk.kit, desk.staff[Role.SUPERVISOR], NUMBER)
    assert ("open_secret",) == caught.value.reasons

    resume_after(desk, hours=24)
    assert 1 == erase_person(desk.kit, desk.staff[Role.SUPERVISOR], NUMBER).holders


def test_a_file_that_is_no_note_stands_aside(desk, handed_over, tmp_path):
    """One that a newer program wrote, or a broken one."""
    (tmp_path / "open" / "other.json").write_text("{}")

    resume_after(desk, hours=24)

    assert [NUMBER] == desk.directory.ended
    assert (tmp_path / "open" / "other.json").exists()
