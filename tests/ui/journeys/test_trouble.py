"""Cables come out, stores lock, people are impatient: the visitor is forgotten or nothing happens, never both."""

import threading
from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from PySide6.QtCore import Qt

from kiosk.errors import StoreAway
from kiosk.reading.hint import Hint
from tests.given import NUMBER
from tests.kiosk.session.given_visit import WAYS
from tests.ui.hall import QUICK, Hall
from ui.session_controller.controller import PROGRAM


@dataclass(slots=True)
class Behind:
    """Stands before an outside part: lets everything through, hangs while the gate is closed, or is away."""

    part: Any
    away: bool = False
    gate: threading.Event = field(default_factory=threading.Event)

    def __getattr__(self, name: str) -> Any:
        found = getattr(self.part, name)
        return self._guarded(found) if callable(found) else found

    def _guarded(self, work: Any) -> Any:
        def guarded(*words: Any, **named: Any) -> Any:
            self.gate.wait()
            if self.away:
                raise StoreAway("The store is locked by another program.")
            return work(*words, **named)

        return guarded


def stand_behind(hall, name):
    """Put a part of the kit behind something that a test can close."""
    behind = Behind(getattr(hall.controller.kit, name))
    behind.gate.set()
    kit = replace(hall.controller.kit, **{name: behind})
    for holder in (hall.controller, hall.controller.watcher, hall.controller.soundness):
        holder.kit = kit
    return behind


@pytest.mark.parametrize("name", ["ShowingCard", "ShowingDocument", "Following"])
def test_a_camera_that_dies_puts_the_terminal_out_of_order_until_it_is_back(quick_hall, name):
    """The visitor is forgotten; plugged in again, the terminal works by itself."""
    quick_hall.controller.send(*WAYS[name])
    quick_hall.qtbot.waitUntil(lambda: quick_hall.hand.is_open)
    quick_hall.hand.is_away = True
    quick_hall.until("OutOfOrderScreen")
    quick_hall.hand.is_away = False
    quick_hall.until("FirstScreen")

    assert "Idle" == quick_hall.state


def test_it_stays_out_of_order_while_the_camera_is_away(quick_hall):
    """Looking again and again."""
    quick_hall.hand.is_away = True
    quick_hall.controller.send(*WAYS["ShowingCard"])
    quick_hall.until("OutOfOrderScreen")
    with quick_hall.qtbot.waitSignals([quick_hall.controller.soundness.retry.timeout] * 3):
        pass

    assert ("OutOfOrderScreen", "camera") == (quick_hall.shown, quick_hall.controller.state.part)


def test_a_directory_that_is_away_files_nothing(quick_hall):
    """Never verified, never told apart: out of order, and back when it answers."""
    quick_hall.bench.directory.away = True
    quick_hall.controller.send(*WAYS["Submitting"])
    quick_hall.until("OutOfOrderScreen")

    assert quick_hall.bench.kit.store.open_for(NUMBER) is None
    quick_hall.bench.directory.away = False
    quick_hall.until("FirstScreen")


def test_a_store_that_is_locked_by_another_process_files_nothing(quick_hall):
    """Out of order, and back when it is free."""
    store = stand_behind(quick_hall, "store")
    store.away = True
    quick_hall.controller.send(*WAYS["Submitting"])
    quick_hall.until("OutOfOrderScreen")

    assert "store" == quick_hall.controller.state.part
    store.away = False
    quick_hall.until("FirstScreen")


def test_the_language_may_be_changed_out_of_order(hall):
    """Everyone may read why."""
    hall.hand.is_away = True
    hall.controller.send(*WAYS["ShowingCard"])
    hall.until("OutOfOrderScreen")
    hall.touch("language.en")

    assert "en" == hall.face.language


@pytest.mark.parametrize("key", ["first.start", "motive.blocked", "notice.accept", "review.send"])
def test_an_impatient_double_tap_is_one(qtbot, tmp_path, key):
    """The second touch neither counts twice nor reaches what the next screen has at that place."""
    hall = Hall(qtbot, tmp_path, replace(QUICK, quiet=60_000, settle=60_000))
    before = {"motive.blocked": "Choosing", "notice.accept": "Notice", "review.send": "Reviewing"}
    hall.controller.send(*WAYS[before.get(key, "Idle")])
    hall.face.activity.since_change.invalidate()
    tap = hall.tap(key)
    place = tap.mapTo(hall.window, tap.rect().center())
    hall.touch(key)
    shown = hall.shown
    under = hall.window.childAt(place) or hall.window
    for _ in range(3):
        qtbot.mouseClick(under, Qt.MouseButton.LeftButton)

    assert shown == hall.shown or (shown, hall.shown) == ("SubmittingScreen", "TicketScreen")
    hall.close()


def test_a_card_that_is_taken_away_too_early_is_waited_for(hall):
    """One view isn't enough, a hint isn't either; nothing is lost."""
    hall.say_blocked()
    hall.hand.holds = Hint.TOO_FAR
    hall.qtbot.waitUntil(lambda: hall.face.screen.camera.banner.hint == "too_far")
    hall.hand.holds = None
    hall.qtbot.waitUntil(lambda: hall.face.screen.camera.banner.hint == "waiting_card")
    hall.show_card()

    assert "DocumentScreen" == hall.shown


def test_the_back_of_a_card_calls_for_its_barcode(hall):
    """Nobody is left before a camera that waits without a word."""
    hall.say_blocked()
    hall.hand.holds = Hint.CARD_SIDE
    hall.qtbot.waitUntil(lambda: hall.face.screen.camera.banner.hint == "card_side")
    hall.show_card()

    assert "DocumentScreen" == hall.shown


def test_a_card_that_still_lies_there_is_no_document(hall):
    """It was right a moment ago: the document's turn has come, and nothing has to be turned over."""
    hall.say_blocked()
    hall.show_card()
    hall.hand.holds = Hint.NOT_THE_CARD
    hall.qtbot.waitUntil(lambda: hall.face.screen.camera.banner.hint == "not_the_card")
    hall.show_document()

    assert "ReviewScreen" == hall.shown


@pytest.mark.parametrize("part", ["camera", "reader", "directory", "store", "notices", "printer"])
def test_whatever_hangs_outside_the_window_lives(hall, part):
    """While an outside part blocks, the window paints, takes a touch, and the visit can be finished."""
    gate = blocked(hall, part)
    hall.touch("language.en")
    hall.touch("header.help")
    assert "ComfortScreen" == hall.shown
    painted = hall.window.grab().toImage()
    hall.touch("help.close")
    assert painted != hall.window.grab().toImage()
    hall.touch("footer.finish")

    assert ("FirstScreen", "fr") == (hall.shown, hall.face.language)
    gate.set()


@pytest.mark.parametrize("part", ["store", "directory"])
def test_a_start_that_hangs_shows_its_first_screen(hall, part):
    """Whether all is well is asked in the background: whoever stands there is served as far as it goes."""
    behind = stand_behind(hall, part)
    behind.gate.clear()
    hall.controller.soundness.look_round()
    hall.touch("first.start", "motive.blocked")

    assert "NoticeScreen" == hall.shown
    assert not hall.window.grab().isNull()
    behind.gate.set()


def test_a_store_that_hangs_while_a_request_is_looked_up_lets_the_visitor_go(hall):
    """The answer that comes later reaches nobody."""
    store = stand_behind(hall, "store")
    store.gate.clear()
    hall.controller.send(*WAYS["LookingUp"])
    hall.touch("language.en", "footer.finish")
    shown = hall.shown
    with hall.qtbot.waitSignal(hall.controller.errands.idle):
        store.gate.set()

    assert ("FirstScreen", "FirstScreen") == (shown, hall.shown)


def blocked(hall, part):
    """Bring the visit to where this part is asked, and does not answer."""
    if part in ("camera", "reader"):
        gate = hall.hand.camera_gate if part == "camera" else hall.hand.gate
        gate.clear()
        hall.say_blocked()
        return gate
    behind = stand_behind(hall, part)
    if part == "printer":
        hall.controller.send(*WAYS["TicketShown"])
    else:
        hall.controller.send(*WAYS["Reviewing"])
    behind.gate.clear()
    hall.touch("ticket.print" if part == "printer" else "review.send")
    return behind.gate


def test_a_late_answer_reaches_nobody(hall):
    """The directory answers when the next visitor stands there: their screen stays as it is."""
    directory = stand_behind(hall, "directory")
    directory.gate.clear()
    hall.controller.send(*WAYS["Reviewing"])
    hall.touch("review.send", "footer.finish", "first.start")
    with hall.qtbot.waitSignal(hall.controller.errands.idle):
        directory.gate.set()

    assert "MotiveScreen" == hall.shown


def test_a_late_failure_puts_nothing_out_of_order(hall):
    """What was away for someone who left isn't the next visitor's fault."""
    directory = stand_behind(hall, "directory")
    hall.bench.directory.away = True
    directory.gate.clear()
    hall.controller.send(*WAYS["Reviewing"])
    hall.touch("review.send", "footer.finish", "first.start")
    with hall.qtbot.waitSignal(hall.controller.errands.idle):
        directory.gate.set()

    assert "MotiveScreen" == hall.shown


def test_a_bug_in_the_background_forgets_the_visitor(hall, caplog):
    """Out of order; the log says kind and place, and no value."""
    directory = stand_behind(hall, "directory")
    directory.part = None  # whatever is asked of it fails
    hall.controller.send(*WAYS["Reviewing"])
    hall.touch("review.send")
    hall.until("OutOfOrderScreen")

    assert PROGRAM == hall.controller.state.part
    assert NUMBER not in caplog.text


def test_a_bug_anywhere_forgets_the_visitor_and_goes_away(quick_hall):
    """The failsafe's signal, from any thread."""
    quick_hall.controller.send(*WAYS["Reviewing"])
    thread = threading.Thread(target=quick_hall.controller.fell.emit)
    thread.start()
    thread.join()
    quick_hall.until("OutOfOrderScreen")
    quick_hall.until("FirstScreen")

    assert "Idle" == quick_hall.state


def test_the_log_of_a_whole_visit_holds_nobody(hall, caplog):
    """No number, no name, no reference's secret."""
    caplog.set_level("DEBUG")
    hall.to_ticket()
    secret = hall.controller.state.ticket.qr
    hall.touch("footer.finish")

    told = " ".join(str(vars(record)) for record in caplog.records)
    assert not any(word in told for word in (NUMBER, "DUPOND", "AMELIE", secret))
