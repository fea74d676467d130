"""What every store keeps to. A backend's test class inherits this and overrides `opening`."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.errors import AlreadyDecided, NotFound, Refused
from kiosk.identity.register_columns import REGISTER_COLUMNS
from kiosk.request.request import Decision, State
from kiosk.request.staff_call import STANDS, StaffCall
from kiosk.staff.account import Role, StaffAccount
from kiosk.store import Store
from kiosk.triage.words import Cause
from tests.kiosk.store.examples import (
    DAY,
    MINUTE,
    NOW,
    a_holder,
    a_request,
    a_verification,
    approved,
    ended,
    happening,
)
from tests.kiosk.store.sealing import a_device, holds

# Opens the store of this name, made at its first opening; keywords as open_store's.
Opening = Callable[..., Store]

ROW = dict.fromkeys(REGISTER_COLUMNS, "") | {
    "number": "22401234",
    "surname": "LINDQVIST",
    "birth_date": "2004-02-29",
}


CALL = StaffCall("mirail", "hall-1", NOW)
LEASE = timedelta(minutes=5)
PATIENCE_S = 20.0


def claimed(store: Store) -> list[str]:
    """Claim whatever is due, and return the references in this order."""
    found: list[str] = []
    while (request := store.claim_due(NOW, LEASE)) is not None:
        found.append(request.reference)
    return found


class StoreContract:
    """Live store unless a test says otherwise."""

    @pytest.fixture
    def opening(self) -> Opening:
        raise NotImplementedError("a backend says how it is opened")

    @pytest.fixture
    def store(self, opening: Opening) -> Iterator[Store]:
        store = opening()
        yield store
        store.close()

    @pytest.fixture
    def demonstration(self, opening: Opening) -> Iterator[Store]:
        store = opening("demonstration", demonstration=True)
        yield store
        store.close()

    # requests

    def test_a_submitted_request_is_read_back_whole(self, store: Store):
        """Every field returns as it was filed."""
        request = a_request(verification=a_verification(verified_by="ann", supervisor_reason="carte abîmée"))

        store.submit(request, happening())

        assert request == store.get("r1")

    def test_submitting_returns_the_request_and_records_its_event(self, store: Store):
        """The event stands in the journal with the request."""
        assert a_request() == store.submit(a_request(), happening("request_filed"))

        assert ["request_filed" in event.body for event in store.events()] == [True]

    def test_a_student_with_an_open_request_gets_that_one(self, store: Store):
        """The second submission changes nothing and records nothing."""
        first = store.submit(a_request("r1", holder=a_holder("1")), happening())

        assert first == store.submit(a_request("r2", holder=a_holder("1")), happening())

        assert (1, 1) == (len(list(store.events())), store.counts()[State.WAITING])

    def test_a_student_whose_request_ended_may_file_again(self, store: Store):
        """An ended request doesn't stand in the way."""
        first = store.submit(a_request("r1", holder=a_holder("1")), happening())
        store.swap(first, ended(first), happening())

        assert "r2" == store.submit(a_request("r2", holder=a_holder("1")), happening()).reference

    def test_a_reference_in_use_is_refused(self, store: Store):
        """Another student's request keeps its reference, and nothing is recorded."""
        store.submit(a_request("r1"), happening())

        with pytest.raises(Refused):
            store.submit(a_request("r2", reference="r1"), happening())

        assert 1 == len(list(store.events()))

    def test_an_unknown_reference_is_not_found(self, store: Store):
        """The sentence is for the person who typed it."""
        with pytest.raises(NotFound):
            store.get("nowhere")

    def test_a_request_waits_until_it_is_decided(self, store: Store):
        """That is all a typed reference tells; one that nobody has is not found."""
        request = store.submit(a_request(), happening())
        assert store.is_waiting("r1")

        store.swap(request, approved(request), happening())

        assert not store.is_waiting("r1")
        with pytest.raises(NotFound):
            store.is_waiting("nowhere")

    def test_a_ticket_opens_its_request(self, store: Store):
        """The digest of the ticket's secret finds it; any other finds nothing."""
        store.submit(a_request("r1"), happening())

        assert a_request("r1") == store.by_ticket("ticket-r1")
        assert store.by_ticket("ticket-r2") is None

    def test_only_a_request_that_has_not_ended_is_open(self, store: Store):
        """open_for forgets a request at its end."""
        first = store.submit(a_request("r1", holder=a_holder("1")), happening())
        assert first == store.open_for("1")

        store.swap(first, ended(first), happening())

        assert store.open_for("1") is None

    def test_earlier_requests_come_newest_first(self, store: Store):
        """The limit keeps the newest; other students' requests are not among them."""
        store.submit(a_request("other"), happening())
        for day in range(3):
            filed = a_request(f"r{day}", holder=a_holder("1"), filed_at=NOW + day * DAY)
            store.swap(store.submit(filed, happening()), ended(filed), happening())

        assert ["r2", "r1"] == [request.reference for request in store.earlier("1", limit=2)]

    # moves

    def test_a_move_stands_with_its_event(self, store: Store):
        """What swap returns is what is read later."""
        before = store.submit(a_request(), happening())

        after = store.swap(before, approved(before), happening("request_approved"))

        assert approved(before) == after == store.get("r1")
        assert ["request_approved" in event.body for event in store.events()] == [False, True]

    def test_only_the_first_decision_stands(self, store: Store):
        """Two staff members approve; the second is told, the first remains, and one event says so."""
        before = store.submit(a_request(), happening())
        store.swap(before, approved(before, "ann"), happening())

        with pytest.raises(AlreadyDecided):
            store.swap(before, approved(before, "bob"), happening())

        assert approved(before, "ann") == store.get("r1")
        assert 2 == len(list(store.events()))

    def test_a_request_that_came_back_to_its_state_is_not_the_same(self, store: Store):
        """Approved, undone, waiting again: a decision on the first sight of it is too late."""
        first = store.submit(a_request(), happening())
        second = store.swap(first, approved(first), happening())
        store.swap(second, replace(second, state=State.WAITING, decision=None), happening())

        with pytest.raises(AlreadyDecided):
            store.swap(first, approved(first, "bob"), happening())

    def test_a_move_of_a_deleted_request_is_too_late(self, store: Store):
        """Nothing is recorded of it."""
        with pytest.raises(AlreadyDecided):
            store.swap(a_request(), approved(a_request()), happening())

        assert [] == list(store.events())

    def test_a_move_raises_the_version_by_one(self, store: Store):
        """Whatever version the caller wrote."""
        before = store.submit(a_request(), happening())

        after = store.swap(before, replace(before, state=State.FAILED, version=1), happening())

        assert 2 == after.version

    def test_an_ended_request_does_not_open_beside_another(self, store: Store):
        """One open request a student, whichever way it opens."""
        first = store.submit(a_request("r1", holder=a_holder("1")), happening())
        gone = store.swap(first, ended(first), happening())
        store.submit(a_request("r2", holder=a_holder("1")), happening())

        with pytest.raises(Refused):
            store.swap(gone, replace(gone, state=State.APPROVED, ended_at=None), happening())

        assert State.UNLOCKED == store.get("r1").state

    # queue

    def test_the_queue_is_urgent_first_then_by_due_time_then_by_id(self, store: Store):
        """The order in which staff should work."""
        store.submit(a_request("c", due_at=NOW + DAY), happening())
        store.submit(a_request("b", due_at=NOW + DAY), happening())
        store.submit(a_request("a", due_at=NOW + 2 * DAY), happening())
        store.submit(a_request("d", due_at=NOW + 9 * DAY, urgent=True), happening())

        assert ["d", "b", "c", "a"] == [request.reference for request in store.queue().requests]

    def test_the_queue_holds_the_states_that_are_asked_for(self, store: Store):
        """Waiting ones unless told; several states make one line."""
        for name, due in (("a", 3), ("b", 2), ("c", 1)):
            store.submit(a_request(name, due_at=NOW + due * DAY), happening())
        store.swap(
            a_request("b", due_at=NOW + 2 * DAY), approved(a_request("b", due_at=NOW + 2 * DAY)), happening()
        )

        both = store.queue((State.WAITING, State.APPROVED))

        assert ["c", "a"] == [request.reference for request in store.queue().requests]
        assert ["c", "b", "a"] == [request.reference for request in both.requests]

    def test_pages_follow_each_other_without_gap_or_repetition(self, store: Store):
        """Equal due times, two states and a last page that is just full."""
        for number in range(6):
            request = store.submit(a_request(f"r{number}", urgent=number % 3 == 0), happening())
            if number % 2:
                store.swap(request, approved(request), happening())
        states = (State.WAITING, State.APPROVED)

        pages = [store.queue(states, limit=2)]
        while pages[-1].after:
            pages.append(store.queue(states, pages[-1].after, limit=2))

        assert [2, 2, 2] == [len(page.requests) for page in pages]
        assert ["r0", "r3", "r1", "r2", "r4", "r5"] == [
            each.reference for page in pages for each in page.requests
        ]

    def test_a_page_key_that_is_not_one_is_refused(self, store: Store):
        """Someone edited it."""
        with pytest.raises(Refused):
            store.queue(after="nonsense")

    def test_an_approved_request_is_carried_out_when_its_next_attempt_is_due(self, store: Store):
        """No time set means at once; the longest due comes first; a later one isn't there yet."""
        times = {"late": NOW + DAY, "due": NOW, "overdue": NOW - DAY, "new": None}
        for name, time in times.items():
            request = store.submit(a_request(name), happening())
            store.swap(request, approved(request, next_attempt_at=time), happening())
        store.submit(a_request("waiting"), happening())

        assert ["new", "overdue", "due"] == claimed(store)

    def test_a_claimed_request_is_claimed_once(self, store: Store):
        """Neither the same desk nor another gets it again before its lease ends."""
        request = store.submit(a_request(), happening())
        after = store.swap(request, approved(request), happening())

        assert store.claim(after, LEASE)

        assert (False, []) == (store.claim(after, LEASE), claimed(store))

    def test_who_approves_may_claim_in_the_same_move(self, store: Store):
        """No other desk comes between the decision and its effect."""
        request = store.submit(a_request(), happening())

        after = store.swap(request, approved(request), happening(), LEASE)

        assert (False, []) == (store.claim(after, LEASE), claimed(store))

    def test_a_claim_is_taken_over_when_its_lease_ended(self, store: Store):
        """The desk that had it is gone; another carries the request out."""
        request = store.submit(a_request(), happening())
        after = store.swap(request, approved(request), happening(), timedelta(0))

        assert after == store.claim_due(NOW, timedelta(0))
        assert store.claim(after, LEASE)

    def test_a_claim_ends_with_the_next_move(self, store: Store):
        """An attempt that was put off is free again when it is due."""
        request = store.submit(a_request(), happening())
        first = store.swap(request, approved(request), happening(), LEASE)

        store.swap(first, replace(first, attempts=1, next_attempt_at=NOW), happening())

        assert ["r1"] == claimed(store)

    def test_only_an_approved_request_as_it_was_read_is_claimed(self, store: Store):
        """Not one that waits, nor one that moved meanwhile."""
        request = store.submit(a_request(), happening())
        after = store.swap(request, approved(request), happening())

        assert (False, False) == (store.claim(request, LEASE), store.claim(replace(after, version=9), LEASE))
        assert store.claim(after, LEASE)

    def test_whoever_waits_hears_of_what_others_do(self, store: Store, opening: Opening):
        """A request that another computer files is told at once, and not again."""
        other, changes = opening(sealer=a_device(2)), store.changes()
        while changes.wait(0.2):
            pass

        other.submit(a_request(), happening())

        heard = changes.wait(PATIENCE_S)
        while changes.wait(0.2):
            pass
        changes.close()
        other.close()
        assert heard

    def test_waiting_ends_when_it_is_closed(self, store: Store):
        """From another thread, long before its time is over."""
        changes = store.changes()
        waiting = threading.Thread(target=lambda: [changes.wait(PATIENCE_S) for _ in range(2)])
        waiting.start()

        changes.close()

        waiting.join(PATIENCE_S / 2)
        assert not waiting.is_alive()

    def test_counts_name_every_state(self, store: Store):
        """A state without requests counts 0."""
        store.submit(a_request("r1"), happening())
        store.submit(a_request("r2"), happening())
        store.swap(a_request("r2"), approved(a_request("r2")), happening())

        assert dict.fromkeys(State, 0) | {State.WAITING: 1, State.APPROVED: 1} == store.counts()

    def test_figures_are_of_what_is_open_and_of_what_ended_since(self, store: Store):
        """By filing time, without a person; what ended before is left out."""
        ends = {"r1": NOW - DAY, "r2": NOW, "r3": None}
        for number, (name, at) in enumerate(ends.items()):
            filed = store.submit(a_request(name, filed_at=NOW - number * DAY), happening())
            moved = store.swap(filed, approved(filed, cause=Cause.TOO_MANY_TRIES), happening())
            if at is not None:
                store.swap(moved, ended(moved, at), happening())

        found = store.figures(NOW)

        assert [State.APPROVED, State.UNLOCKED] == [each.state for each in found]
        assert [(NOW - 2 * DAY, None), (NOW - DAY, NOW)] == [(each.filed_at, each.ended_at) for each in found]
        assert {Cause.TOO_MANY_TRIES} == {each.cause for each in found}

    # limits

    def test_failures_of_a_number_add_up_over_a_day(self, store: Store):
        """The count comes back with the note; another number's failures and yesterday's are not in it."""
        store.note_failure("one", NOW - 2 * DAY, happening())
        store.note_failure("other", NOW, happening())

        counts = [store.note_failure("one", NOW + minute * MINUTE, happening()) for minute in range(3)]

        assert [1, 2, 3] == counts

    def test_a_failure_is_kept_under_a_digest_of_this_store(self, store: Store, opening: Opening):
        """The count goes on after reopening."""
        store.note_failure("one", NOW, happening())
        store.close()
        again = opening()

        assert 2 == again.note_failure("one", NOW, happening())
        again.close()

    def test_failures_are_counted_since_a_time(self, store: Store):
        """The time itself is in."""
        for minute in range(3):
            store.note_failure("one", NOW + minute * MINUTE, happening())

        assert 2 == store.failures("one", since=NOW + MINUTE)

    def test_failures_are_forgotten_after_a_week(self, store: Store):
        """What no limit asks for is not kept."""
        store.note_failure("one", NOW, happening())
        store.note_failure("other", NOW + 8 * DAY, happening())

        assert 0 == store.failures("one", since=NOW - DAY)

    # calls for staff

    def test_a_call_waits_until_a_desk_answers_it(self, store: Store):
        """Then the terminal knows that somebody is on their way, and no other desk is told of it."""
        assert CALL == store.call_staff(CALL)
        assert (CALL,) == store.staff_calls(since=NOW)

        assert store.answer_call(CALL, NOW + MINUTE)

        assert () == store.staff_calls(since=NOW)
        assert replace(CALL, answered_at=NOW + MINUTE) == store.staff_call("mirail", "hall-1")

    def test_of_two_desks_one_answers(self, store: Store):
        """The second is told, so that nobody walks for nothing."""
        store.call_staff(CALL)
        store.answer_call(CALL, NOW + MINUTE)

        assert not store.answer_call(CALL, NOW + 2 * MINUTE)

    def test_calling_again_keeps_the_time(self, store: Store):
        """Whoever presses the button twice has waited since the first time."""
        store.call_staff(CALL)

        assert CALL == store.call_staff(replace(CALL, at=NOW + MINUTE))
        assert (CALL,) == store.staff_calls(since=NOW)

    def test_a_call_after_an_answered_or_an_old_one_is_another(self, store: Store):
        """The next visitor waits from now on, and a desk that still shows the last call doesn't answer this one."""
        store.call_staff(CALL)
        old, late = replace(CALL, at=NOW + STANDS), replace(CALL, at=NOW + STANDS + MINUTE)

        assert old == store.call_staff(old)
        assert not store.answer_call(CALL, NOW + STANDS)
        assert store.answer_call(old, NOW + STANDS)
        assert late == store.call_staff(late)

    def test_calls_come_oldest_first_and_old_ones_no_more(self, store: Store):
        """A terminal has one call; terminals of the same name at two sites are two."""
        calls = [
            replace(CALL, device="hall-2", at=NOW + MINUTE),
            replace(CALL, site="hauts-murats"),
            replace(CALL, at=NOW - MINUTE),
        ]
        for call in calls:
            store.call_staff(call)

        assert tuple(calls[1::-1]) == store.staff_calls(since=NOW)
        assert store.staff_call("mirail", "hall-9") is None

    # staff

    def test_a_staff_account_is_read_back(self, store: Store):
        """By login; an unknown login has none."""
        account = StaffAccount("ann", Role.APPROVER, "$argon2id$...")
        store.add_staff(account, happening())

        assert account == store.staff("ann")
        assert store.staff("bob") is None

    def test_a_login_is_given_once(self, store: Store):
        """The first account stays."""
        first = StaffAccount("ann", Role.APPROVER, "first")
        store.add_staff(first, happening())

        with pytest.raises(Refused):
            store.add_staff(StaffAccount("ann", Role.ADMIN, "second"), happening())

        assert first == store.staff("ann")

    def test_a_staff_account_changes(self, store: Store):
        """Role, password and whether it is disabled."""
        store.add_staff(StaffAccount("ann", Role.RECEPTION, "first"), happening())
        changed = StaffAccount("ann", Role.SUPERVISOR, "second", is_disabled=True)

        store.change_staff(changed, happening())

        assert changed == store.staff("ann")

    def test_an_unknown_staff_account_does_not_change(self, store: Store):
        """Changing is not adding."""
        with pytest.raises(NotFound):
            store.change_staff(StaffAccount("ann", Role.ADMIN, "hash"), happening())

        assert store.staff("ann") is None

    def test_staff_are_listed_by_login(self, store: Store):
        """Everyone, disabled or not."""
        for login in ("bob", "ann"):
            store.add_staff(StaffAccount(login, Role.ADMIN, "hash", is_disabled=login == "bob"), happening())

        assert ["ann", "bob"] == [account.login for account in store.all_staff()]

    def test_failed_sign_ins_survive_reopening(self, store: Store, opening: Opening):
        """Starting the program again is no way round a lock."""
        for minute in (2, 1, 0):
            store.note_sign_in("ann", NOW + minute * MINUTE, False, happening())
        store.close()
        again = opening()

        failed = again.failed_sign_ins("ann", since=NOW + MINUTE)
        again.close()

        assert (NOW + MINUTE, NOW + 2 * MINUTE) == tuple(failed)

    def test_a_good_sign_in_forgets_the_failed_ones_before_it(self, store: Store):
        """Only that login's."""
        store.note_sign_in("bob", NOW, False, happening())
        store.note_sign_in("ann", NOW, False, happening())
        store.note_sign_in("ann", NOW + MINUTE, True, happening())
        store.note_sign_in("ann", NOW + 2 * MINUTE, False, happening())

        assert [NOW + 2 * MINUTE] == list(store.failed_sign_ins("ann", since=NOW))
        assert [NOW] == list(store.failed_sign_ins("bob", since=NOW))

    # journal

    def test_events_are_yielded_in_order_and_chained(self, store: Store):
        """Each follows the one before it, across everything that records."""
        store.record(happening("way_out_shown"))
        store.submit(a_request(), happening())
        store.note_failure("one", NOW, happening())

        events = list(store.events())

        assert [1, 2, 3] == [event.sequence for event in events]
        assert holds(store)

    def test_a_long_journal_is_yielded_whole(self, store: Store):
        """However many events there are, none is left out and none comes twice."""
        recorded = [store.record(happening()) for _ in range(201)]

        assert recorded == list(store.events())

    def test_a_recorded_event_is_the_head(self, store: Store):
        """The only writer has one head, its last event."""
        assert [] == list(store.heads())
        store.record(happening("signed_in"))

        last = store.record(happening("sign_in_failed"))

        assert [last] == list(store.heads())

    def test_the_chain_goes_on_after_reopening(self, store: Store, opening: Opening):
        """The same device continues where it stopped."""
        store.record(happening())
        store.close()
        again = opening()
        again.record(happening())

        kept, count = holds(again), len(list(again.events()))
        again.close()

        assert (True, 2) == (kept, count)

    def test_the_writers_public_keys_are_kept(self, store: Store):
        """So that the journal verifies where the device is not."""
        assert {a_device().writer: a_device().public_key} == dict(store.public_keys())

    def test_two_devices_write_a_chain_each(self, store: Store, opening: Opening):
        """Neither follows the other's events, and both verify."""
        other = opening(sealer=a_device(2))
        for each in (store, other, store):
            each.record(happening())
        other.close()

        assert {a_device(1).writer: 2, a_device(2).writer: 1} == {
            head.writer: head.sequence for head in store.heads()
        }
        assert holds(store)

    def test_a_move_whose_event_cant_be_sealed_does_not_stand(self, store: Store):
        """What the journal may not say is a mistake of the program; nothing is kept of it."""
        with pytest.raises(ValueError, match="the journal has no event"):
            store.submit(a_request(), happening("gossip"))

        assert (0, []) == (store.counts()[State.WAITING], list(store.events()))

    # register

    def test_the_register_is_replaced_whole(self, store: Store):
        """An entry that the new register doesn't have is gone; a missing column is empty."""
        store.replace_register([ROW | {"number": "1"}, ROW | {"number": "2"}], happening())

        assert 1 == store.replace_register([{"number": "3", "surname": "ÅS"}], happening())

        assert store.register_entry("1") is None
        assert dict.fromkeys(REGISTER_COLUMNS, "") | {"number": "3", "surname": "ÅS"} == store.register_entry(
            "3"
        )

    def test_an_empty_register_replaces_too(self, store: Store):
        """Nobody is left."""
        store.replace_register([ROW], happening())

        assert 0 == store.replace_register([], happening())

        assert store.register_entry("22401234") is None

    def test_a_register_with_a_number_twice_is_refused_whole(self, store: Store):
        """The earlier register stays, and nothing is recorded."""
        store.replace_register([ROW], happening())

        with pytest.raises(Refused):
            store.replace_register([ROW | {"number": "1"}, ROW | {"number": "1"}], happening())

        assert ROW == store.register_entry("22401234")
        assert 1 == len(list(store.events()))

    def test_a_live_register_holds_no_account_states(self, store: Store):
        """Those are a directory's to tell."""
        store.replace_register([ROW | {"account": "locked"}], happening())

        assert ROW == store.register_entry("22401234")

    def test_a_live_store_pretends_no_account_state(self, store: Store):
        """Setting one is refused."""
        store.replace_register([ROW], happening())

        with pytest.raises(Refused):
            store.set_register_account("22401234", "active")

    def test_a_demonstration_keeps_and_changes_account_states(self, demonstration: Store):
        """The pretend directory unlocks so."""
        demonstration.replace_register([ROW | {"account": "locked"}], happening())
        assert ROW | {"account": "locked"} == demonstration.register_entry("22401234")

        demonstration.set_register_account("22401234", "active")

        assert ROW | {"account": "active"} == demonstration.register_entry("22401234")

    def test_an_unknown_number_has_no_account_state(self, demonstration: Store):
        """Nothing is added by changing."""
        with pytest.raises(NotFound):
            demonstration.set_register_account("22401234", "active")

    # erasing

    def test_erasing_empties_the_holder_and_leaves_the_chain_whole(self, store: Store):
        """The request and its verification stay; nobody finds the student by it."""
        store.submit(a_request("r1"), happening())
        store.submit(a_request("r2"), happening())

        assert 1 == store.erase_holders(["id-r1", "id-none"], happening("holders_erased"))

        assert a_request("r1", holder=None) == store.get("r1")
        assert a_request("r2") == store.get("r2")
        assert store.open_for("number-r1") is None
        assert [] == list(store.earlier("number-r1"))
        assert holds(store)

    def test_erasing_forgets_what_staff_wrote(self, store: Store):
        """A sentence may name someone; a code can't, and stays."""
        sentence, code = (a_request(name) for name in ("r1", "r2"))
        for request, reason in ((sentence, "I know Vigdis well."), (code, "did_not_come")):
            store.submit(request, happening())
            decision = Decision(by="ann", at=NOW, reason=reason)
            store.swap(request, replace(ended(request, state=State.REFUSED), decision=decision), happening())

        store.erase_holders([sentence.id, code.id], happening("holders_erased"))

        assert [None, "did_not_come"] == [store.get(name).decision.reason for name in ("r1", "r2")]

    def test_an_erased_request_still_moves(self, store: Store):
        """It can lapse."""
        request = store.submit(a_request(), happening())
        store.erase_holders([request.id], happening())

        after = store.swap(request, ended(request, state=State.LAPSED), happening())

        assert replace(ended(request, state=State.LAPSED), holder=None) == after

    def test_requests_that_wait_for_too_long_are_found_by_age(self, store: Store):
        """The oldest first; one that was decided, or filed at that very time, is not among them."""
        for name, day in (("new", 2), ("old", 1), ("older", 0), ("decided", 0)):
            store.submit(a_request(name, filed_at=NOW + day * DAY), happening())
        store.swap(store.get("decided"), approved(store.get("decided")), happening())

        assert ["older", "old"] == [each.reference for each in store.waiting_since_before(NOW + 2 * DAY)]

    def test_ended_requests_with_a_holder_are_found_by_age(self, store: Store):
        """The oldest first; open ones and erased ones are not among them."""
        for name, day in (("young", 5), ("old", 1), ("older", 0), ("erased", 0)):
            request = store.submit(a_request(name), happening())
            store.swap(request, ended(request, NOW + day * DAY), happening())
        store.submit(a_request("open"), happening())
        store.erase_holders(["id-erased"], happening())

        assert ["older", "old"] == [each.reference for each in store.ended_before(NOW + 2 * DAY)]

    def test_requests_are_deleted_by_the_age_of_their_end(self, store: Store):
        """The young and the open stay; the chain still verifies."""
        for name, day in (("young", 5), ("old", 1)):
            request = store.submit(a_request(name), happening())
            store.swap(request, ended(request, NOW + day * DAY), happening())
        store.submit(a_request("open"), happening())

        due = store.count_ended_before(NOW + 2 * DAY)
        assert due == store.delete_ended_before(NOW + 2 * DAY, happening("records_deleted")) == 1

        assert (1, 1) == (store.counts()[State.UNLOCKED], store.counts()[State.WAITING])
        assert [] == list(store.earlier("number-old"))
        assert holds(store)

    # the store itself

    def test_a_secret_is_stable_across_reopening(self, store: Store, opening: Opening):
        """A digest made today is compared tomorrow; each name has its own."""
        mine, other = store.secret("failures"), store.secret("documents")
        store.close()
        again = opening()

        assert (mine, 32) == (again.secret("failures"), len(mine))
        again.close()
        assert mine != other

    def test_a_secret_differs_from_store_to_store(self, store: Store, demonstration: Store):
        """A digest from one store tells nothing in another."""
        assert store.secret("failures") != demonstration.secret("failures")

    def test_a_store_knows_its_kind(self, store: Store, demonstration: Store):
        """Marked at its creation."""
        assert (False, True) == (store.is_demonstration, demonstration.is_demonstration)

    @pytest.mark.parametrize("made_as", [False, True])
    def test_a_store_never_opens_as_the_other_kind(self, opening: Opening, made_as: bool):
        """Neither a live store as a demonstration nor the other way round."""
        opening("kind", demonstration=made_as).close()

        with pytest.raises(Refused):
            opening("kind", demonstration=not made_as)

        opening("kind", demonstration=made_as).close()

    def test_a_healthy_store_passes_its_check(self, store: Store):
        """And the check leaves no trace in the journal."""
        store.check()

        assert [] == list(store.events())
