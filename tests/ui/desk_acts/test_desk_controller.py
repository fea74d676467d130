"""What the desk does behind its panels: every act away from the window, one at a time, on what was shown."""

from dataclasses import replace

import pytest

from kiosk.desk.deciding import refuse
from kiosk.desk.staffing import disable_staff
from kiosk.errors import AlreadyDecided, NotAllowed, PrinterAway, StoreAway
from kiosk.filing import Filed, Witness, file_claim
from kiosk.identity.verify import CardSource
from kiosk.request.life import RefusalReason
from kiosk.request.request import Presence, State
from kiosk.staff.account import Role
from kiosk.triage.words import Door, Symptom
from tests.given import NUMBER
from tests.kiosk.test_filing import a_claim
from tests.ui.desk_acts.staff import PASSWORD, WAIT_MS
from ui.desk_acts.in_person import Told
from ui.desk_controller import DeskController

TOLD = Told(symptom=Symptom.BLOCKED)


@pytest.fixture
def until(qtbot):
    """Wait for a signal that an act leads to, and return what it carries."""

    def wait(signal, act):
        with qtbot.waitSignal(signal, timeout=WAIT_MS) as came:
            act()
        return came.args[0] if came.args else None

    return wait


@pytest.fixture
def until_shown(qtbot, desk):
    """Wait until the request on the screen is in a state, and return it; looks in between may show others."""

    def wait(state, act):
        act()
        qtbot.waitUntil(lambda: desk.dossier.request.state is state, timeout=WAIT_MS)
        return desk.dossier.request

    return wait


def stands(counter, request) -> State:
    return counter.kit.store.get(request.reference).state


def test_a_wrong_password_signs_nobody_in(desk, until):
    """The failure says so, and the desk goes on."""
    failure = until(desk.refused, lambda: desk.desk.sign_in("one.approver", "wrong"))

    assert isinstance(failure.error, NotAllowed)
    assert desk.staff is None


def test_who_signs_in_sees_the_queue(qtbot, desk, sign_in, waiting):
    """At once, before the first poll."""
    with qtbot.waitSignal(desk.queue.seen, timeout=WAIT_MS) as seen:
        sign_in(desk)

    assert [waiting.reference] == [each.reference for each in seen.args[0].waiting]


def test_the_queue_is_looked_at_again_by_itself(counter, desk, sign_in, until):
    """What the terminal files meanwhile is there at the next look."""
    until(desk.queue.seen, lambda: sign_in(desk))
    file_claim(counter.kit, a_claim(), Witness())

    assert 1 == len(until(desk.queue.seen, desk.queue.timer.timeout.emit).waiting)


def test_an_auditor_looks_at_no_queue(desk, sign_in):
    """They read nobody's name."""
    sign_in(desk, Role.AUDITOR)

    assert not desk.queue.timer.isActive()
    assert not desk.desk.acts.is_busy("queue")


def test_approving_unlocks(counter, desk, shown, until_shown):
    """And what is on the screen is the request as it is then."""
    until_shown(State.UNLOCKED, lambda: desk.deciding.approve(shown.request, seen=True))

    assert [NUMBER] == counter.bench.directory.unlocked


@pytest.mark.parametrize(
    ("act", "state"),
    [
        (lambda desk, request: desk.deciding.refuse(request, RefusalReason.DID_NOT_COME), State.REFUSED),
        (lambda desk, request: desk.deciding.redirect(request, Door.REGISTRAR), State.REDIRECTED),
    ],
)
def test_every_decision_stands(counter, desk, shown, until, act, state):
    """Saved before the window hears of it."""
    decided = until(desk.deciding.decided, lambda: act(desk, shown.request))

    assert state is decided.state is stands(counter, shown.request)


def test_a_double_press_has_one_effect(counter, desk, shown, until):
    """The second is dropped while the first is under way; nothing is said about it."""
    refused = []
    desk.refused.connect(refused.append)
    counter.directory.gate.shut()
    assert desk.deciding.approve(shown.request, seen=True)
    assert not desk.deciding.approve(shown.request, seen=True)
    assert not desk.deciding.refuse(shown.request, RefusalReason.WITHDRAWN)

    assert State.UNLOCKED is until(desk.deciding.decided, counter.directory.gate.open).state
    assert ([], [NUMBER]) == (refused, counter.bench.directory.unlocked)


def test_the_second_desk_is_told(counter, desk, shown, until, until_shown):
    """Another desk was quicker: the decision stands, and it is what the screen then shows."""
    refuse(counter.kit, counter.bench.staff[Role.APPROVER], shown.request.reference, RefusalReason.WITHDRAWN)

    failure = until(desk.refused, lambda: desk.deciding.approve(shown.request, seen=True))

    assert isinstance(failure.error, AlreadyDecided)
    until_shown(State.REFUSED, lambda: None)


def test_what_another_desk_decides_appears_by_itself(counter, desk, shown, until_shown):
    """At the next look at the queue."""
    refuse(counter.kit, counter.bench.staff[Role.APPROVER], shown.request.reference, RefusalReason.WITHDRAWN)

    until_shown(State.REFUSED, desk.queue.timer.timeout.emit)

    assert [] == counter.bench.directory.unlocked


def test_two_desks_that_approve_unlock_once(qtbot, counter, desk, shown, sign_in, until):
    """Both have it on the screen; the second to press is told, whatever became of it."""
    other = DeskController(counter.kit)
    sign_in(other, Role.SUPERVISOR)
    theirs = until(other.opened, lambda: other.open(shown.request.reference))
    until(desk.deciding.decided, lambda: desk.deciding.approve(shown.request, seen=True))

    failure = until(other.refused, lambda: other.deciding.approve(theirs.request, seen=True))

    assert isinstance(failure.error, AlreadyDecided)
    assert [NUMBER] == counter.bench.directory.unlocked
    assert other.finish()


def test_a_directory_that_is_away_is_told_until_it_is_back(counter, desk, shown, until):
    """The approval is kept, and a banner says why nothing happened; the next look at the queue finds it back."""
    counter.bench.directory.away = True
    away = until(desk.away_changed, lambda: desk.deciding.approve(shown.request, seen=True))
    assert (frozenset({"directory"}), State.APPROVED) == (away, stands(counter, shown.request))

    counter.bench.directory.away = False

    assert frozenset() == until(desk.away_changed, desk.queue.timer.timeout.emit)


@pytest.fixture
def approved(counter, desk, shown, until_shown):
    """An approval that is saved, while the directory went away before the unlocking."""
    counter.directory.answers = 1
    request = until_shown(State.APPROVED, lambda: desk.deciding.approve(shown.request, seen=True))
    counter.directory.answers = None
    return request


def test_what_was_approved_is_carried_out_when_the_directory_is_back(counter, desk, approved, until_shown):
    """By itself, at the next look at what is due; the screen shows it."""
    counter.bench.clock.advance(minutes=2)

    until_shown(State.UNLOCKED, desk.carrying.timer.timeout.emit)

    assert [NUMBER] == counter.bench.directory.unlocked


def test_what_was_approved_is_carried_out_at_a_locked_desk_too(counter, desk, approved, until):
    """The student doesn't wait for someone to sign in."""
    desk.desk.lock()
    counter.bench.clock.advance(minutes=2)

    until(desk.desk.acts.background.idle, desk.carrying.timer.timeout.emit)

    assert State.UNLOCKED is stands(counter, approved)


def test_an_approval_is_taken_back_until_it_is_carried_out(counter, desk, approved, until):
    """It waits again."""
    assert State.WAITING is until(desk.deciding.decided, lambda: desk.deciding.undo(approved)).state


def test_a_failed_request_is_tried_again(counter, desk, shown, until, until_shown):
    """When somebody decides so."""
    counter.bench.directory.stubborn = True
    failed = until_shown(State.FAILED, lambda: desk.deciding.approve(shown.request, seen=True))
    counter.bench.directory.stubborn = False

    assert State.UNLOCKED is until(desk.deciding.decided, lambda: desk.deciding.retry(failed)).state


def test_a_store_locked_by_another_program_is_waited_for(counter, desk, shown, until):
    """What is on the screen stays; what was pressed isn't saved, and the desk says so."""
    counter.store.is_locked = True
    failure = until(desk.refused, lambda: desk.deciding.approve(shown.request, seen=True))
    assert isinstance(failure.error, StoreAway)
    assert frozenset({"store"}) == desk.away
    assert desk.dossier is not None

    counter.store.is_locked = False

    assert frozenset() == until(desk.away_changed, desk.queue.timer.timeout.emit)
    assert State.WAITING is stands(counter, shown.request)


def test_a_bug_in_an_act_leaves_the_desk_working(counter, desk, shown, until, caplog):
    """It is logged by kind and place, without what it was about."""
    state = counter.bench.directory.states[NUMBER]
    counter.bench.directory.states[NUMBER] = "no state"
    failure = until(desk.refused, lambda: desk.deciding.approve(shown.request, seen=True))
    counter.bench.directory.states[NUMBER] = state

    assert isinstance(failure.error, AttributeError)
    assert "bug" in caplog.messages
    assert NUMBER not in caplog.text
    assert until(desk.deciding.decided, lambda: desk.deciding.approve(shown.request, seen=True))


def test_locking_forgets_what_is_shown(desk, shown, until):
    """And who it was; the login stays for who comes back."""
    assert "one.approver" == until(desk.desk.locked, desk.desk.lock)

    assert (None, None) == (desk.dossier, desk.staff)
    assert not desk.queue.timer.isActive()
    assert not desk.deciding.approve(shown.request, seen=True)


def test_what_is_under_way_at_locking_is_done_and_not_shown(qtbot, counter, desk, shown, sign_in, until):
    """The decision stands; its outcome reaches nobody, least of all the next user."""
    decided = []
    desk.deciding.decided.connect(decided.append)
    counter.directory.gate.shut()
    desk.deciding.approve(shown.request, seen=True)
    qtbot.waitUntil(lambda: counter.directory.gate.came > 1, timeout=WAIT_MS)
    desk.desk.change_user()

    sign_in(desk, Role.SUPERVISOR)
    until(desk.desk.acts.background.idle, counter.directory.gate.open)

    assert (State.UNLOCKED, []) == (stands(counter, shown.request), decided)


def test_a_disabled_account_is_shown_out_at_its_next_act(counter, desk, shown, until):
    """Whoever left an hour ago approves nothing."""
    disable_staff(counter.kit, counter.bench.staff[Role.ADMIN], "one.approver")

    until(desk.desk.locked, lambda: desk.deciding.approve(shown.request, seen=True))

    assert State.WAITING is stands(counter, shown.request)


def test_the_last_request_that_was_asked_for_is_opened(qtbot, counter, desk, sign_in, waiting):
    """An impatient pass through the queue opens one, not all of them in turn."""
    sign_in(desk)
    counter.directory.gate.shut()
    opened = []
    desk.opened.connect(opened.append)
    desk.open(waiting.reference)
    desk.open("MK-2222-2222")
    desk.open(waiting.reference)

    with qtbot.waitSignal(desk.opened, timeout=WAIT_MS):
        counter.directory.gate.open()

    assert [waiting.reference] == [each.request.reference for each in opened]


def test_an_unknown_reference_is_told(desk, sign_in, until):
    """By its error."""
    sign_in(desk)

    assert "no_such_request" in until(desk.refused, lambda: desk.open("MK-2222-2222")).error.reasons


def test_a_search_finds(qtbot, desk, sign_in, waiting):
    """By name; what was typed last is what is answered."""
    sign_in(desk)
    with qtbot.waitSignal(desk.looking.found, timeout=WAIT_MS) as found:
        desk.looking.search("du")
        desk.looking.search("nobody")
        desk.looking.search("dupond")

    text, requests = found.args
    assert ("dupond", [waiting.reference]) == (text, [each.reference for each in requests])


def test_figures_are_counted_for_a_supervisor(desk, sign_in, waiting, until):
    """Others are told that it takes another role."""
    sign_in(desk, Role.SUPERVISOR)
    assert 1 == until(desk.looking.counted, desk.looking.count).waiting

    desk.desk.change_user()
    sign_in(desk, Role.RECEPTION)

    assert isinstance(until(desk.refused, desk.looking.count).error, NotAllowed)


def test_a_lost_ticket_is_replaced_and_printed(counter, desk, shown, until):
    """The new one opens the request."""
    ticket = until(desk.tickets.made, lambda: desk.tickets.make(shown.request.reference))
    until(desk.tickets.printed, lambda: desk.tickets.print_out(ticket))

    assert shown.request.reference == counter.bench.printer.printed[0][2]


def test_a_printer_that_is_away_is_told(counter, desk, shown, until):
    """The ticket can be shown."""
    counter.bench.printer.away = True
    ticket = until(desk.tickets.made, lambda: desk.tickets.make(shown.request.reference))

    failure = until(desk.refused, lambda: desk.tickets.print_out(ticket))

    assert isinstance(failure.error, PrinterAway)
    assert frozenset() == desk.away


def test_someone_is_verified_with_the_desks_camera(counter, desk, sign_in, until):
    """Card and document are read without a button; who saw them is named."""
    sign_in(desk, Role.RECEPTION)
    counter.reader.show()
    until(desk.person.shown, desk.person.begin)
    until(desk.person.shown, lambda: None)
    assert desk.person.now.is_complete

    outcome = until(desk.person.filed, lambda: desk.person.file(TOLD))

    assert isinstance(outcome, Filed)
    verification = outcome.request.verification
    assert (Presence.IN_PERSON, "one.reception") == (verification.presence, verification.verified_by)
    assert not desk.person.now.number


def test_a_hand_scanner_takes_the_cards_place(counter, desk, sign_in, until):
    """Even with the wrong keyboard; the document is the camera's."""
    sign_in(desk, Role.RECEPTION)
    counter.reader.show(number=None)
    until(desk.person.shown, desk.person.begin)
    until(desk.person.shown, lambda: None)
    until(desk.person.shown, lambda: desk.person.take_number("é&çààà&è\n", has_card=True))

    assert (NUMBER, CardSource.NUMBER) == (desk.person.now.number, desk.person.now.card)
    assert isinstance(until(desk.person.filed, lambda: desk.person.file(TOLD)), Filed)


def test_a_lost_card_takes_a_supervisor_with_a_reason(counter, desk, sign_in, until):
    """Reception is told; the supervisor's words stay with the verification."""
    sign_in(desk, Role.SUPERVISOR)
    counter.reader.show(number=None)
    until(desk.person.shown, desk.person.begin)
    until(desk.person.shown, lambda: None)
    desk.person.take_number(NUMBER, has_card=False)
    failure = until(desk.refused, lambda: desk.person.file(TOLD))
    assert "reason_needed" in failure.error.reasons

    told = replace(TOLD, supervisor_reason="Card stolen, report shown.")
    outcome = until(desk.person.filed, lambda: desk.person.file(told))

    assert "Card stolen, report shown." == outcome.request.verification.supervisor_reason


def test_nothing_is_filed_without_a_document(desk, sign_in):
    """There is nothing to verify."""
    sign_in(desk, Role.RECEPTION)
    desk.person.take_number(NUMBER, has_card=True)

    assert not desk.person.file(TOLD)


def test_locking_closes_the_camera_and_forgets_the_person(qtbot, counter, desk, sign_in, until):
    """Whatever they had shown."""
    sign_in(desk, Role.RECEPTION)
    counter.reader.show()
    until(desk.person.shown, desk.person.begin)
    until(desk.person.shown, lambda: None)

    desk.desk.lock()

    assert not desk.person.now.is_complete
    qtbot.waitUntil(lambda: counter.camera.opened == counter.camera.closed, timeout=WAIT_MS)


def test_a_camera_that_is_away_is_told(counter, desk, sign_in, until):
    """The number can be typed; the rest of the desk works."""
    sign_in(desk, Role.RECEPTION)
    counter.camera.away = True

    assert "camera" == until(desk.person.camera_lost, desk.person.begin).part


def test_what_hangs_outside_holds_up_nothing_else(counter, desk, shown, until):
    """The directory doesn't answer: the queue is looked at, a search finds, tickets are made."""
    counter.directory.gate.shut()
    desk.deciding.approve(shown.request, seen=True)

    assert 1 == len(until(desk.queue.seen, desk.queue.look).waiting)
    until(desk.looking.found, lambda: desk.looking.search("dupond"))
    assert desk.is_deciding
    until(desk.deciding.decided, counter.directory.gate.open)


def test_the_password_is_kept_nowhere(desk, sign_in):
    """Not in the desk's objects, once it was tried."""
    sign_in(desk)

    assert PASSWORD not in repr(vars(desk.desk))
