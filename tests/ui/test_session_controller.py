"""The controller without a window: what a step asks for is done, and what comes back finds the right visit."""

from dataclasses import replace

import pytest

from kiosk.session import Idle
from kiosk.session import events as on
from kiosk.session.answers import NoRequest
from kiosk.session.states import OutOfOrder, WayOut
from tests.kiosk.session.given_visit import WAYS
from tests.kits import a_bench
from tests.ui.hall import QUICK, Hand, HandCamera, HandReader
from ui.session_controller import SessionController


@pytest.fixture
def hand():
    return Hand()


@pytest.fixture
def controller(qtbot, tmp_path, hand):
    bench = a_bench(tmp_path)
    kit = replace(bench.kit, open_camera=lambda _: HandCamera(hand), open_reader=lambda _: HandReader(hand))
    made = SessionController(kit, QUICK)
    yield made
    assert made.close()
    bench.kit.store.close()


def test_an_answer_for_another_visit_is_dropped(controller):
    """Answers bear the visit's id."""
    controller.send(*WAYS["Submitting"][:-1], on.Confirmed())
    controller.send(on.Answered("someone else", NoRequest()))

    assert not isinstance(controller.state, WayOut)


def test_each_visit_has_an_id_of_its_own(controller):
    """Drawn from the kit's randomness."""
    controller.begin("fr")
    first = controller.visit_id
    controller.send(on.Cancelled())
    controller.begin("fr")

    assert None is not first != controller.visit_id


def test_nobody_begins_while_another_visit_is_under_way(controller):
    """A second beginning changes nothing."""
    controller.begin("fr")
    first = controller.visit_id
    controller.begin("en")

    assert first == controller.visit_id


def test_several_events_are_told_once(controller):
    """Follow my request: one screen, not two."""
    told = []
    controller.moved.connect(lambda: told.append(type(controller.state).__name__))
    controller.begin("fr", on.FollowChosen())

    assert ["Notice"] == told


def test_an_event_that_changes_nothing_is_not_told(controller):
    """A touch that a state doesn't know."""
    told = []
    controller.moved.connect(lambda: told.append(controller.state))
    controller.send(on.Confirmed())

    assert [] == told


def test_the_camera_is_lost_for_its_own_visit_only(controller):
    """A camera that fails after its visit has ended concerns nobody."""
    controller.send(*WAYS["Choosing"])
    controller._on_lost("someone else", OSError())

    assert OutOfOrder("program") == controller.state  # a bug is everyone's
    controller.send(on.Recovered())
    assert Idle() == controller.state


def test_every_visit_opens_the_camera_anew(qtbot, controller, hand):
    """And frees it in between: one device, one visitor."""
    for _ in range(3):
        controller.send(*WAYS["ShowingCard"])
        qtbot.waitUntil(lambda: hand.is_open)
        controller.send(on.Cancelled())
        qtbot.waitUntil(lambda: not hand.is_open)

    assert 3 == hand.opened


def test_a_device_that_hangs_is_never_opened_twice(qtbot, controller, hand):
    """The next visitor waits for it, without a second one on the same device."""
    controller.send(*WAYS["ShowingCard"])
    qtbot.waitUntil(lambda: hand.is_open)
    hand.camera_gate.clear()
    controller.send(on.Cancelled())
    controller.send(*WAYS["ShowingCard"])
    opened = hand.opened
    hand.camera_gate.set()
    qtbot.waitUntil(lambda: hand.opened == 2)

    assert 1 == opened


def test_frames_don_t_pile_up_behind_a_slow_reader(qtbot, controller, hand):
    """While one is read, the next ones are only shown."""
    images = []
    controller.watcher.image_came.connect(images.append)
    hand.gate.clear()
    controller.send(*WAYS["ShowingCard"])
    qtbot.waitUntil(lambda: len(images) > 5)

    assert 1 == len(controller.watcher.background.under_way)
    hand.gate.set()


def test_a_screen_that_fails_again_does_not_fall_for_ever(controller):
    """Out of order by a bug is the last state that a bug leads to."""
    told = []
    controller.moved.connect(lambda: told.append(controller.state))
    controller.fell.emit()
    controller.fell.emit()

    assert [OutOfOrder("program")] == told


def test_the_effects_of_a_failed_step_still_show(controller):
    """An effect that raises leaves the screen and the state in agreement."""
    told = []
    controller.moved.connect(lambda: told.append(type(controller.state).__name__))
    controller.watcher.open = broken
    with pytest.raises(ZeroDivisionError):
        controller.send(*WAYS["ShowingCard"])

    assert ["ShowingCard"] == told


def broken(*_words, **_named):
    return 1 / 0
