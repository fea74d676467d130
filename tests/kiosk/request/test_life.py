"""The life of a request: the moves that exist, and no others."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from kiosk.errors import AlreadyDecided, KioskError, NotAllowed, Refused
from kiosk.request import life
from kiosk.request.life import (
    ENDED,
    LONGEST_WAIT,
    MOVES,
    ApprovalRules,
    FourEyes,
    RefusalReason,
    UnattendedMatch,
)
from kiosk.request.request import Presence, Request, State
from kiosk.staff.account import Role, StaffAccount
from kiosk.triage.words import Cause, Door
from tests.given import NOW, a_request, a_verification, staff

APPROVER = staff(Role.APPROVER)
RULES = ApprovalRules()
LOCK = (Cause.TOO_MANY_TRIES,)
W, A, U, H, F, X, R, L = State

ACTS = {
    "approve": lambda request: life.approve(request, APPROVER, RULES, NOW, seen=True, causes=LOCK),
    "refuse": lambda request: life.refuse(request, APPROVER, NOW, reason=RefusalReason.DID_NOT_COME),
    "redirect": lambda request: life.redirect(request, APPROVER, NOW, to=Door.REGISTRAR),
    "lapse": lambda request: life.lapse(request, NOW),
    "undo": lambda request: life.undo(request, APPROVER, NOW),
    "unlocked": lambda request: life.unlocked(request, NOW),
    "handed_over": lambda request: life.handed_over(request, NOW),
    "failed": lambda request: life.failed(request, "still_locked", NOW),
    "postponed": lambda request: life.postponed(request, "directory_away", NOW),
    "retry": lambda request: life.retry(request, APPROVER, NOW),
}
# Written by hand from the trust model: what each act makes of a state; what isn't here isn't possible.
POSSIBLE = {
    ("approve", W): A,
    ("refuse", W): X,
    ("redirect", W): R,
    ("redirect", F): R,
    ("lapse", W): L,
    ("undo", A): W,
    ("unlocked", A): U,
    ("handed_over", A): H,
    ("failed", A): F,
    ("postponed", A): A,
    ("retry", F): A,
}


def test_the_states_stand_in_the_order_used_here():
    """The letters above mean what they say."""
    words = "waiting approved unlocked handed_over failed refused redirected lapsed"
    assert words.split() == [str(state) for state in (W, A, U, H, F, X, R, L)]


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("act", ACTS)
def test_each_act_moves_a_request_as_the_table_says_or_not_at_all(act, state):
    """All eighty pairs."""
    request = a_request(state=state)
    if (act, state) in POSSIBLE:
        after = ACTS[act](request)
        assert (POSSIBLE[act, state], request.version + 1) == (after.state, after.version)
    else:
        with pytest.raises(AlreadyDecided) as decided:
            ACTS[act](request)
        assert (state,) == decided.value.reasons


def test_the_published_moves_are_those_that_the_acts_make():
    """MOVES is what others draw the desk's buttons from."""
    made = {(before, after) for (_, before), after in POSSIBLE.items() if before is not after}
    assert made == {(before, after) for before, afters in MOVES.items() for after in afters}


@pytest.mark.parametrize("act", ACTS)
def test_a_request_has_an_end_exactly_where_it_no_longer_moves_by_itself(act):
    """Retention counts from it, and a student may file anew."""
    before = next(state for name, state in POSSIBLE if name == act)
    request = a_request(state=before, ended_at=NOW if before in ENDED else None)
    after = ACTS[act](request)
    assert (after.state in ENDED) is (after.ended_at is not None)


@pytest.mark.parametrize("act", ["approve", "refuse", "redirect", "undo", "retry"])
@pytest.mark.parametrize("role", [Role.RECEPTION, Role.AUDITOR, Role.ADMIN])
def test_only_approvers_and_supervisors_decide(act, role):
    """Everyone else is told so."""
    account = staff(role)
    acts = {
        "approve": lambda: life.approve(a_request(), account, RULES, NOW, seen=True, causes=LOCK),
        "refuse": lambda: life.refuse(a_request(), account, NOW, reason=RefusalReason.WITHDRAWN),
        "redirect": lambda: life.redirect(a_request(), account, NOW, to=Door.REGISTRAR),
        "undo": lambda: life.undo(a_request(state=A), account, NOW),
        "retry": lambda: life.retry(a_request(state=F), account, NOW),
    }
    with pytest.raises(NotAllowed):
        acts[act]()


def test_a_refusal_needs_a_reason_that_students_can_read():
    """A free text could tell too much."""
    with pytest.raises(Refused, match="did_not_come"):
        life.refuse(a_request(), APPROVER, NOW, reason="I don't like it")


@pytest.mark.parametrize("door", [Door.SELF_SERVICE, Door.RECEPTION])
def test_a_request_is_sent_on_to_an_office_only(door):
    """Not back to the desk it lies on, and not to the student."""
    with pytest.raises(Refused):
        life.redirect(a_request(), APPROVER, NOW, to=door)


def test_a_request_sent_on_shows_its_new_door():
    """Whoever asks for it is told where it lies."""
    after = life.redirect(a_request(), APPROVER, NOW, to=Door.DIGITAL_SUPPORT)
    assert after.decision is not None
    assert (Door.DIGITAL_SUPPORT, Door.DIGITAL_SUPPORT) == (after.door, after.decision.to)


def test_an_undone_approval_leaves_no_trace_in_the_request():
    """The journal remembers; the next approval is judged anew."""
    approved = life.postponed(ACTS["approve"](a_request()), "directory_away", NOW)
    after = life.undo(approved, APPROVER, NOW)
    assert (None, None, 0, None, None) == (
        after.decision,
        after.cause,
        after.attempts,
        after.next_attempt_at,
        after.failure,
    )


def test_a_retry_keeps_the_decision_and_starts_counting_again():
    """Nothing is decided anew: who approved stays who approved."""
    failed = ACTS["failed"](ACTS["approve"](a_request()))
    after = life.retry(failed, staff(Role.SUPERVISOR), NOW)
    assert (failed.decision, 0, None, None) == (after.decision, after.attempts, after.failure, after.ended_at)


def test_a_request_without_its_holder_is_not_retried():
    """There is nobody left to unlock."""
    with pytest.raises(Refused) as refused:
        life.retry(a_request(state=F, holder=None), APPROVER, NOW)

    assert ("holder_erased",) == refused.value.reasons


def test_a_success_forgets_the_failures_before_it():
    """Nobody looks for a fault that is gone."""
    after = life.unlocked(life.postponed(a_request(state=A), "directory_away", NOW), NOW)
    assert (None, 2, None) == (after.failure, after.attempts, after.next_attempt_at)


def test_a_postponed_request_says_when_it_is_tried_next():
    """The first time after a minute."""
    after = life.postponed(a_request(state=A), "directory_away", NOW)
    assert (1, NOW + timedelta(minutes=1), "directory_away") == (
        after.attempts,
        after.next_attempt_at,
        after.failure,
    )


@given(st.integers(1, 10**6))
def test_waits_grow_to_an_hour_and_no_further(attempts):
    """An outage of a week ends within the hour."""
    assert life.wait_after(attempts) <= life.wait_after(attempts + 1) <= LONGEST_WAIT


PEOPLE = [StaffAccount(login, role, "-") for role in Role for login in ("ann", "bob", "cem")]


class AnyLife(RuleBasedStateMachine):
    """Everyone does anything in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.rules = ApprovalRules(FourEyes.IN_PERSON, UnattendedMatch.APPROVE)
        verification = a_verification(presence=Presence.IN_PERSON, verified_by="ann")
        self.request: Request = a_request(verification=verification)

    def attempt(self, move) -> None:
        before = self.request
        try:
            self.request = move(before)
        except KioskError:
            return
        assert before.version + 1 == self.request.version
        assert self.request.state in MOVES[before.state] or before.state is self.request.state is A

    @rule(who=st.sampled_from(PEOPLE), seen=st.booleans())
    def approve(self, who, seen):
        self.attempt(lambda it: life.approve(it, who, self.rules, NOW, seen=seen, causes=LOCK))

    @rule(who=st.sampled_from(PEOPLE), act=st.sampled_from(["undo", "retry"]))
    def go_back(self, who, act):
        self.attempt(lambda it: getattr(life, act)(it, who, NOW))

    @rule(who=st.sampled_from(PEOPLE), reason=st.sampled_from(RefusalReason))
    def refuse(self, who, reason):
        self.attempt(lambda it: life.refuse(it, who, NOW, reason=reason))

    @rule(who=st.sampled_from(PEOPLE), to=st.sampled_from(Door))
    def redirect(self, who, to):
        self.attempt(lambda it: life.redirect(it, who, NOW, to=to))

    @rule(act=st.sampled_from(["lapse", "unlocked", "handed_over", "failed", "postponed"]))
    def happen(self, act):
        self.attempt(ACTS[act])

    @invariant()
    def what_was_carried_out_was_approved_by_another_than_who_verified(self):
        if self.request.state in (A, U, H, F):
            assert self.request.decision is not None
            assert self.request.decision.by in ("bob", "cem")
            assert not self.request.decision.alone


TestAnyLife = AnyLife.TestCase
