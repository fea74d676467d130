"""Who calls for staff at this site, and which desk goes."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.desk.calling import answer, calls
from kiosk.errors import NotAllowed
from kiosk.request.staff_call import STANDS, StaffCall
from kiosk.staff.account import Role


@pytest.fixture
def call(bench) -> StaffCall:
    """A terminal of this site that asks for staff."""
    return bench.kit.store.call_staff(StaffCall(bench.kit.rules.site, "terminal-1", bench.kit.now()))


def test_a_desk_sees_the_calls_of_its_own_site(bench, call):
    """Nobody walks to another campus."""
    bench.kit.store.call_staff(StaffCall("elsewhere", "terminal-7", bench.kit.now()))

    assert (call,) == calls(bench.kit, bench.staff[Role.RECEPTION])


def test_one_desk_goes(bench, call):
    """The second one is told, and nobody sees the call any more."""
    reception, approver = bench.staff[Role.RECEPTION], bench.staff[Role.APPROVER]

    assert [True, False] == [answer(bench.kit, reception, call), answer(bench.kit, approver, call)]
    assert () == calls(bench.kit, approver)


def test_a_call_that_nobody_answered_goes_by_itself(bench, call):
    """After a quarter of an hour whoever called has found someone, or gone."""
    bench.clock.advance(seconds=STANDS.total_seconds() + 1)

    assert () == calls(bench.kit, bench.staff[Role.RECEPTION])


def test_a_call_of_meanwhile_is_not_answered_by_mistake(bench, call):
    """Who presses late answers the call that they saw, not the next visitor's."""
    answer(bench.kit, bench.staff[Role.RECEPTION], call)
    later = bench.kit.store.call_staff(replace(call, at=call.at + timedelta(minutes=1)))

    assert not answer(bench.kit, bench.staff[Role.RECEPTION], call)
    assert (later,) == calls(bench.kit, bench.staff[Role.RECEPTION])


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.ADMIN])
def test_who_is_not_at_the_counter_answers_nothing(bench, call, role):
    """Auditors and administrators go nowhere."""
    for act in (
        lambda: calls(bench.kit, bench.staff[role]),
        lambda: answer(bench.kit, bench.staff[role], call),
    ):
        with pytest.raises(NotAllowed):
            act()
