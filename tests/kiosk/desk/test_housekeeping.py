"""What age does: requests lapse, holders are forgotten, records go; the journal stays whole."""

import pytest

from kiosk.desk.deciding import refuse
from kiosk.desk.housekeeping import Forgotten, forget
from kiosk.desk.journal_keeping import verify_journal
from kiosk.errors import NotAllowed, NotFound
from kiosk.request.life import RefusalReason
from kiosk.request.request import State
from kiosk.staff.account import Role


@pytest.fixture
def refused(bench, waiting):
    return refuse(bench.kit, bench.staff[Role.APPROVER], waiting.reference, RefusalReason.DID_NOT_COME)


def test_nothing_is_forgotten_before_its_time(bench, refused):
    """A holder stays for thirty days."""
    bench.clock.advance(days=29)

    assert Forgotten(0, 0, 0) == forget(bench.kit, bench.staff[Role.SUPERVISOR])


def test_a_holder_is_forgotten_and_the_journal_still_verifies(bench, refused):
    """The request stays, without anyone in it."""
    bench.clock.advance(days=31)

    assert Forgotten(0, 1, 0) == forget(bench.kit, bench.staff[Role.SUPERVISOR])
    assert bench.kit.store.get(refused.reference).holder is None
    assert verify_journal(bench.kit).first_broken is None


def test_a_dry_run_only_counts(bench, refused):
    """Nothing changes."""
    bench.clock.advance(days=31)

    assert Forgotten(0, 1, 0) == forget(bench.kit, bench.staff[Role.SUPERVISOR], dry_run=True)
    assert bench.kit.store.get(refused.reference).holder is not None


def test_a_record_goes_after_a_year(bench, refused):
    """The journal keeps that it was."""
    bench.clock.advance(days=366)

    assert 1 == forget(bench.kit, bench.staff[Role.SUPERVISOR]).records
    with pytest.raises(NotFound):
        bench.kit.store.get(refused.reference)
    assert verify_journal(bench.kit).first_broken is None


def test_what_nobody_took_up_lapses(bench, waiting):
    """After a month; its holder is forgotten a month later."""
    bench.clock.advance(days=31)

    assert Forgotten(1, 0, 0) == forget(bench.kit, bench.staff[Role.SUPERVISOR])
    assert State.LAPSED is bench.kit.store.get(waiting.reference).state


@pytest.mark.parametrize("role", [Role.RECEPTION, Role.APPROVER, Role.AUDITOR])
def test_only_supervisors_and_administrators_forget(bench, role):
    """By the table."""
    with pytest.raises(NotAllowed):
        forget(bench.kit, bench.staff[role])
