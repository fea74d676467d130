"""Who may approve what: the trust model, rule by rule."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.errors import NotAllowed, Refused
from kiosk.identity.verdict import Outcome
from kiosk.request.approval import ApprovalRules, FourEyes, UnattendedMatch
from kiosk.request.life import approve
from kiosk.request.request import Presence, Request, State
from kiosk.staff.account import Role, StaffAccount
from kiosk.triage.words import Cause, Symptom
from tests.given import NOW, a_request, a_verdict, a_verification, staff

LOCK = (Cause.TOO_MANY_TRIES,)
LENIENT = ApprovalRules(FourEyes.OFF, UnattendedMatch.APPROVE)
STRICT = ApprovalRules(FourEyes.IN_PERSON, UnattendedMatch.COME_TO_DESK)
APPROVER, SUPERVISOR = staff(Role.APPROVER), staff(Role.SUPERVISOR)
WRITTEN = "Spoke with the student and the security officer."


def in_person(by: str = "one.reception", outcome: Outcome = Outcome.MATCH, **changes: object) -> Request:
    seen = a_verification(presence=Presence.IN_PERSON, verified_by=by, verdict=a_verdict(outcome))
    return a_request(verification=seen, **changes)


def unattended(outcome: Outcome = Outcome.MATCH, **changes: object) -> Request:
    return a_request(verification=a_verification(verdict=a_verdict(outcome)), **changes)


def reasons(request, account, rules, *, seen=False, causes=LOCK, reason=None) -> tuple[str, ...]:
    """Return why it is refused, () where it is approved."""
    try:
        approve(request, account, rules, NOW, seen=seen, causes=causes, reason=reason)
    except Refused as refused:
        return refused.reasons
    return ()


@pytest.mark.parametrize("role", [Role.RECEPTION, Role.AUDITOR, Role.ADMIN])
def test_only_approvers_and_supervisors_approve(role):
    """Administrators included: who runs the computer doesn't decide."""
    with pytest.raises(NotAllowed):
        approve(in_person(), staff(role), LENIENT, NOW, seen=True, causes=LOCK)


def test_a_disabled_account_approves_nothing():
    """Someone who left this morning."""
    gone = replace(APPROVER, is_disabled=True)
    assert ("account_disabled",) == reasons(in_person(), gone, LENIENT, seen=True)


def test_who_verified_in_person_can_not_approve_under_four_eyes():
    """Two people are needed, whatever is ticked."""
    with pytest.raises(NotAllowed, match="colleague"):
        approve(in_person(APPROVER.login), APPROVER, STRICT, NOW, seen=True, causes=LOCK)


def test_a_colleague_approves_under_four_eyes():
    """The second pair of eyes."""
    assert () == reasons(in_person(), APPROVER, STRICT)


def test_one_person_may_do_both_where_four_eyes_are_off():
    """A lone agent on a Saturday; the decision says so."""
    after = approve(in_person(APPROVER.login), APPROVER, LENIENT, NOW, seen=True, causes=LOCK)
    assert after.decision is not None
    assert after.decision.alone


def test_two_people_are_not_alone():
    """Nobody did both."""
    after = approve(in_person(), APPROVER, LENIENT, NOW, seen=False, causes=LOCK)
    assert after.decision is not None
    assert not after.decision.alone


def test_an_unattended_request_waits_for_the_person_to_come():
    """The campus' default: staff call the ticket and look."""
    assert ("not_seen",) == reasons(unattended(), APPROVER, STRICT)


def test_an_unattended_request_is_approved_once_the_person_was_seen():
    """They came with their document."""
    assert () == reasons(unattended(), APPROVER, STRICT, seen=True)


@pytest.mark.parametrize("symptom", [Symptom.BLOCKED, Symptom.UNKNOWN])
def test_a_plain_lock_may_be_ended_unseen_where_the_campus_wants_it(symptom):
    """Card and document agree with the register, and nothing but a lock is the matter."""
    assert () == reasons(unattended(symptom=symptom), APPROVER, LENIENT)


@pytest.mark.parametrize("symptom", [Symptom.EXPIRED, Symptom.FORGOTTEN, Symptom.REGISTRATION])
def test_no_other_symptom_is_solved_unseen(symptom):
    """A password may be in play."""
    assert ("not_plain_unseen",) == reasons(unattended(symptom=symptom), APPROVER, LENIENT)


def test_a_review_is_never_approved_unseen():
    """A doubt takes a look at the person."""
    assert ("review_unseen",) == reasons(unattended(Outcome.REVIEW), APPROVER, LENIENT)


def test_a_review_is_approved_once_the_person_was_seen():
    """At the desk, or by whoever verified in person."""
    assert () == reasons(unattended(Outcome.REVIEW), APPROVER, LENIENT, seen=True)
    assert () == reasons(in_person(outcome=Outcome.REVIEW), APPROVER, STRICT)


@pytest.mark.parametrize("outcome", [Outcome.MISMATCH, Outcome.UNREADABLE])
def test_nobody_is_unlocked_who_was_not_verified(outcome):
    """Not even by a supervisor with reasons."""
    request = in_person(outcome=outcome)
    assert ("not_verified",) == reasons(request, SUPERVISOR, LENIENT, seen=True, reason=WRITTEN)


@pytest.mark.parametrize("cause", [Cause.ADMINISTRATIVE_LOCK, Cause.PERMANENT_LOCK])
def test_what_was_closed_on_purpose_is_never_opened_here(cause):
    """Not even by a supervisor with reasons; the request is sent on."""
    causes = (cause, Cause.TOO_MANY_TRIES)
    assert (cause,) == reasons(in_person(), SUPERVISOR, LENIENT, seen=True, causes=causes, reason=WRITTEN)


NO_LOCK = [
    Cause.PASSWORD_EXPIRED,
    Cause.PASSWORD_FORGOTTEN,
    Cause.MUST_CHANGE_PASSWORD,
    Cause.IDLE,
    Cause.NOT_REGISTERED,
    Cause.NOT_ACTIVATED,
    Cause.INACTIVE,
    Cause.DELETION_DUE,
]


@pytest.mark.parametrize("cause", NO_LOCK)
def test_what_ending_a_lock_would_not_help_is_sent_on(cause):
    """Else the student would read "unlocked" and stay outside."""
    assert (cause,) == reasons(in_person(), SUPERVISOR, LENIENT, seen=True, causes=(cause,), reason=WRITTEN)


def test_a_lock_that_ended_by_itself_may_be_approved():
    """The account is as open as approving would have made it."""
    assert () == reasons(in_person(), APPROVER, LENIENT, seen=True, causes=(Cause.NOT_LOCKED,))


SECURITY = [
    {"request": in_person(symptom=Symptom.SUSPECTED_HACK), "causes": LOCK},
    {"request": unattended(symptom=Symptom.SUSPECTED_HACK), "causes": LOCK},
    {"request": in_person(), "causes": (Cause.TECHNICAL_LOCK,)},
    {"request": in_person(), "causes": (Cause.TECHNICAL_LOCK, Cause.TOO_MANY_TRIES)},
]


@pytest.mark.parametrize("case", SECURITY)
def test_security_is_a_supervisor_s_matter(case):
    """An approver can't, not even with the person before them."""
    found = reasons(case["request"], APPROVER, LENIENT, seen=True, causes=case["causes"], reason=WRITTEN)
    assert ("supervisor_only",) == found


@pytest.mark.parametrize("case", SECURITY)
def test_a_supervisor_must_have_seen_the_person(case):
    """Never unattended, whatever the campus set."""
    found = reasons(case["request"], SUPERVISOR, LENIENT, seen=False, causes=case["causes"], reason=WRITTEN)
    assert ("not_seen",) == found


@pytest.mark.parametrize("reason", [None, "", "  \n"])
@pytest.mark.parametrize("case", SECURITY)
def test_a_supervisor_must_write_a_reason(case, reason):
    """Somebody will ask one day."""
    found = reasons(case["request"], SUPERVISOR, LENIENT, seen=True, causes=case["causes"], reason=reason)
    assert ("reason_needed",) == found


@pytest.mark.parametrize("case", SECURITY)
def test_a_supervisor_approves_with_a_reason(case):
    """It is kept with the decision."""
    request, causes = case["request"], case["causes"]
    after = approve(request, SUPERVISOR, STRICT, NOW, seen=True, causes=causes, reason=WRITTEN)
    assert after.decision is not None
    assert WRITTEN == after.decision.reason


def test_a_lock_beside_an_expired_password_is_ended_by_an_approver():
    """The usual case after a long absence: ending the lock gives nobody a password."""
    causes = (Cause.TOO_MANY_TRIES, Cause.PASSWORD_EXPIRED)
    assert () == reasons(in_person(), APPROVER, STRICT, causes=causes)


def test_a_lock_beside_an_expired_password_is_not_ended_unseen():
    """What touches a password is never unattended."""
    causes = (Cause.TOO_MANY_TRIES, Cause.PASSWORD_EXPIRED)
    assert ("not_plain_unseen",) == reasons(unattended(), APPROVER, LENIENT, causes=causes)


@pytest.mark.parametrize("causes", [(), (Cause.CANT_TELL,), (Cause.NOT_LOCKED,)])
def test_what_is_not_known_to_be_a_lock_is_never_approved_unseen(causes):
    """That the directory can't tell is no lock."""
    assert ("not_plain_unseen",) == reasons(unattended(), APPROVER, LENIENT, causes=causes)


def test_a_directory_that_can_not_tell_leaves_it_to_staff_who_saw_the_person():
    """A campus whose staff end locks by hand."""
    assert () == reasons(in_person(), APPROVER, STRICT, causes=(Cause.CANT_TELL,))


def test_a_request_without_its_holder_is_not_approved():
    """Retention was quicker: there is nobody left to unlock."""
    assert ("holder_erased",) == reasons(in_person(holder=None), SUPERVISOR, LENIENT, seen=True)


@given(
    st.sampled_from(Role),
    st.booleans(),
    st.builds(ApprovalRules, st.sampled_from(FourEyes), st.sampled_from(UnattendedMatch)),
    st.sampled_from(Presence),
    st.sampled_from(Outcome),
    st.sampled_from(Symptom),
    st.lists(st.sampled_from(Cause), max_size=4, unique=True),
    st.booleans(),
    st.sampled_from([None, WRITTEN]),
)
def test_whatever_is_approved_was_in_order(
    role, verified, rules, presence, outcome, symptom, causes, seen, reason
):
    """Every approval there is keeps every promise of the trust model at once."""
    account = StaffAccount("ann", role, "-")
    by = None if presence is Presence.UNATTENDED else ("ann" if verified else "bob")
    verification = a_verification(presence=presence, verified_by=by, verdict=a_verdict(outcome))
    request = a_request(verification=verification, symptom=symptom)
    if reasons(request, account, rules, seen=seen, causes=causes, reason=reason):
        return
    somebody_looked = seen or presence is Presence.IN_PERSON
    assert role in (Role.APPROVER, Role.SUPERVISOR)
    assert outcome in (Outcome.MATCH, Outcome.REVIEW)
    assert not (rules.four_eyes is FourEyes.IN_PERSON and by == "ann")
    assert somebody_looked or rules.unattended_match is UnattendedMatch.APPROVE
    assert somebody_looked or outcome is Outcome.MATCH
    assert Cause.ADMINISTRATIVE_LOCK not in causes
    if symptom is Symptom.SUSPECTED_HACK or Cause.TECHNICAL_LOCK in causes:
        assert role is Role.SUPERVISOR
        assert seen
        assert reason


def test_an_approval_says_who_when_and_why():
    """And moves the request on."""
    after = approve(in_person(), APPROVER, STRICT, NOW, seen=False, causes=LOCK)
    assert after.decision is not None
    assert (State.APPROVED, 2, Cause.TOO_MANY_TRIES) == (after.state, after.version, after.cause)
    assert (APPROVER.login, NOW, False) == (after.decision.by, after.decision.at, after.decision.seen)
