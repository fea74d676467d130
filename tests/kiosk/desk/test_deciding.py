"""Approving saves the intent, acts, looks again, and saves the outcome; nothing is lost between."""

import json

import pytest

from kiosk.desk.carrying_out import resume
from kiosk.desk.deciding import approve, redirect, refuse, retry, undo
from kiosk.desk.recording import decided
from kiosk.errors import AlreadyDecided, NotAllowed, NotFound, Refused
from kiosk.filing import Witness, file_claim
from kiosk.request import life
from kiosk.request.life import ApprovalRules, RefusalReason, UnattendedMatch
from kiosk.request.request import State
from kiosk.staff.account import Role
from kiosk.triage.account_state import AccountState, Standing
from kiosk.triage.words import Cause, Door
from tests.given import NUMBER, a_student
from tests.kiosk.test_filing import a_claim
from tests.kits import a_bench


def kinds(bench) -> list[str]:
    return [json.loads(event.body)["kind"] for event in bench.kit.store.events()]


def approved_but_not_carried_out(bench, waiting):
    """Leave the store as a process does that died right after it saved the approval."""
    rules, now = bench.kit.rules.approval, bench.clock.now()
    after = life.approve(
        waiting, bench.staff[Role.APPROVER], rules, now, seen=True, causes=[Cause.TOO_MANY_TRIES]
    )
    happening = decided("request_approved", after, "one.approver", bench.clock.now())
    return bench.kit.store.swap(waiting, after, happening)


def test_an_approved_request_is_unlocked_and_its_holder_told(bench, waiting):
    """The directory is read again first; every step is in the journal."""
    done = approve(bench.kit, bench.staff[Role.APPROVER], waiting.reference, seen=True)

    assert State.UNLOCKED is done.state
    assert not bench.directory.states[NUMBER].locked
    assert [done] == bench.notices.outcomes
    assert ["request_filed", "request_approved", "unlocked"] == kinds(bench)


def test_nobody_is_approved_unseen(bench, waiting):
    """The default asks the approver to look at person and document."""
    with pytest.raises(Refused, match="look"):
        approve(bench.kit, bench.staff[Role.APPROVER], waiting.reference)

    assert waiting == bench.kit.store.get(waiting.reference)


def test_reception_can_not_approve(bench, waiting):
    """The role says so before anything is looked up or changed."""
    with pytest.raises(NotAllowed):
        approve(bench.kit, bench.staff[Role.RECEPTION], waiting.reference, seen=True)

    assert [] == bench.directory.unlocked


def test_a_directory_that_is_away_leaves_the_request_approved(bench, waiting):
    """Staff saw the person: their decision is kept, and carried out as soon as it answers again."""
    bench.directory.away = True
    kept = approve(bench.kit, bench.staff[Role.APPROVER], waiting.reference, seen=True)
    assert (State.APPROVED, "directory_away") == (kept.state, kept.failure)

    bench.directory.away = False
    bench.clock.advance(minutes=2)

    assert [State.UNLOCKED] == [each.state for each in resume(bench.kit)]


def test_a_directory_that_is_away_lets_nobody_through_unseen(tmp_path):
    """Not even where the campus approves matches that nobody stood by: it may not be a plain lock."""
    lenient = a_bench(tmp_path, ApprovalRules(unattended_match=UnattendedMatch.APPROVE))
    request = file_claim(lenient.kit, a_claim(), Witness()).request
    lenient.directory.away = True

    with pytest.raises(Refused):
        approve(lenient.kit, lenient.staff[Role.APPROVER], request.reference)

    lenient.kit.store.close()


def test_a_security_lock_found_later_is_not_ended(bench, waiting):
    """What the directory shows when it answers again counts, not what it couldn't say before."""
    bench.directory.away = True
    approve(bench.kit, bench.staff[Role.APPROVER], waiting.reference, seen=True)
    bench.directory.away = False
    bench.directory.add(
        a_student(), AccountState(standing=Standing.TECHNICAL_LOCK, locked=True, registered=True)
    )
    bench.clock.advance(minutes=2)

    (done,) = resume(bench.kit)

    assert (State.FAILED, "technical_lock") == (done.state, done.failure)
    assert [] == bench.directory.unlocked


def test_what_was_approved_before_a_crash_is_carried_out_by_the_next(bench, waiting):
    """The intent was saved, so it isn't lost; and it happens once."""
    approved_but_not_carried_out(bench, waiting)

    (done,) = resume(bench.kit)

    assert State.UNLOCKED is done.state
    assert [NUMBER] == bench.directory.unlocked
    assert () == resume(bench.kit)


def test_a_directory_away_afterwards_is_tried_again_later(bench, waiting):
    """It stays approved, waits longer each time, and ends unlocked."""
    approved_but_not_carried_out(bench, waiting)
    bench.directory.away = True
    (postponed,) = resume(bench.kit)
    assert (State.APPROVED, 1, "directory_away") == (postponed.state, postponed.attempts, postponed.failure)
    assert () == resume(bench.kit)

    bench.directory.away = False
    bench.clock.advance(minutes=2)

    assert [State.UNLOCKED] == [each.state for each in resume(bench.kit)]


def test_approving_an_approved_request_tries_once_more(bench, waiting):
    """Who types it again wants it done now."""
    approved_but_not_carried_out(bench, waiting)

    assert State.UNLOCKED is approve(bench.kit, bench.staff[Role.APPROVER], waiting.reference).state


def test_a_lock_that_stays_is_a_failure_with_its_reason(bench, waiting):
    """Never a word more than is known; a retry is somebody's decision."""
    bench.directory.stubborn = True
    failed = approve(bench.kit, bench.staff[Role.APPROVER], waiting.reference, seen=True)
    assert (State.FAILED, "still_locked") == (failed.state, failed.failure)
    assert [] == bench.notices.outcomes

    bench.directory.stubborn = False

    assert State.UNLOCKED is retry(bench.kit, bench.staff[Role.APPROVER], waiting.reference).state


def test_a_failed_request_can_be_sent_on(bench, waiting):
    """To whoever can help."""
    bench.directory.stubborn = True
    approve(bench.kit, bench.staff[Role.APPROVER], waiting.reference, seen=True)

    sent = redirect(bench.kit, bench.staff[Role.APPROVER], waiting.reference, Door.DIGITAL_SUPPORT)

    assert (State.REDIRECTED, Door.DIGITAL_SUPPORT) == (sent.state, sent.door)


def test_an_administrative_lock_is_never_ended_here(bench, waiting):
    """Someone closed the account on purpose."""
    locked = AccountState(standing=Standing.ADMINISTRATIVE_LOCK, locked=True, registered=True)
    bench.directory.add(a_student(), locked)

    with pytest.raises(Refused, match="on purpose"):
        approve(bench.kit, bench.staff[Role.SUPERVISOR], waiting.reference, seen=True, reason="I know them.")

    assert [] == bench.directory.unlocked


def test_a_refusal_says_why(bench, waiting):
    """By a code that the student reads in their language."""
    reason = RefusalReason.DID_NOT_COME
    done = refuse(bench.kit, bench.staff[Role.APPROVER], waiting.reference, reason)

    assert (State.REFUSED, reason) == (done.state, done.decision.reason)
    assert [done] == bench.notices.outcomes


def test_the_second_decision_is_told(bench, waiting):
    """What stands stands."""
    refuse(bench.kit, bench.staff[Role.APPROVER], waiting.reference, RefusalReason.DID_NOT_COME)

    with pytest.raises(AlreadyDecided):
        approve(bench.kit, bench.staff[Role.SUPERVISOR], waiting.reference, seen=True)


def test_an_approval_can_be_taken_back_until_it_is_carried_out(bench, waiting):
    """Then it waits again; once unlocked it doesn't."""
    approved_but_not_carried_out(bench, waiting)
    assert State.WAITING is undo(bench.kit, bench.staff[Role.APPROVER], waiting.reference).state

    approve(bench.kit, bench.staff[Role.APPROVER], waiting.reference, seen=True)
    with pytest.raises(AlreadyDecided):
        undo(bench.kit, bench.staff[Role.APPROVER], waiting.reference)


def test_an_unknown_reference_is_not_found(bench):
    """With a sentence."""
    with pytest.raises(NotFound):
        approve(bench.kit, bench.staff[Role.APPROVER], "MK-2222-2222", seen=True)
