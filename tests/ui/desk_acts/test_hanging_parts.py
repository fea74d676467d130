"""Each part of the outside hangs in turn: the window paints and takes keys, and goes on once the part answers."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt

from kiosk.request.request import State
from kiosk.staff.account import Role
from tests.ui.desk_acts.staff import stands
from tests.ui.desk_acts.stand_ins import Gate

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@dataclass(slots=True)
class Hanging:
    """A part of which one act waits until the test opens the gate; everything else is as it was."""

    inner: object
    act: str
    gate: Gate

    def __getattr__(self, name: str) -> object:
        found = getattr(self.inner, name)
        return self._wait(found) if name == self.act else found

    def __call__(self, *words: object) -> object:
        """Wait as a part that is one act itself, as what opens the reader."""
        return self._wait(self.inner)(*words)

    def _wait(self, act):
        def waiting(*words, **named):
            self.gate.wait()
            return act(*words, **named)

        return waiting


@pytest.fixture
def hang(counter):
    """Let one act of a part hang from now on; return what lets it go."""
    gates = []

    def hanging(part: str, act: str) -> Gate:
        gate = Gate()
        gate.shut()
        gates.append(gate)
        inner = getattr(counter.bench.kit, part)
        object.__setattr__(counter.bench.kit, part, Hanging(inner, act, gate))
        return gate

    yield hanging
    for gate in gates:
        gate.open()


def scans_by_hand(staff) -> None:
    """The hand scanner's number is taken, and the window paints."""
    staff.types("22401234")
    staff.presses(Qt.Key.Key_Return)
    staff.waits_for(lambda: staff.face.controller.person.now.number)
    assert not staff.window.grab().isNull()


def still_works(staff) -> None:
    """The window paints, opens its help by a key, and closes it."""
    assert not staff.window.grab().isNull()
    staff.presses("?")
    assert staff.window.dialog is not None
    staff.presses(Qt.Key.Key_Escape)
    assert staff.window.dialog is None


@pytest.mark.parametrize(
    ("part", "act"),
    [("store", "swap"), ("directory", "state"), ("channel", "carry_out"), ("notices", "tell")],
)
def test_a_decision_that_hangs_leaves_the_desk_working(ann, waiting, hang, part, act):
    """Whoever hangs: the decision is made once it answers, and only once."""
    gate = hang(part, act)
    ann.presses("1", "a")
    ann.waits_for(lambda: gate.came)

    still_works(ann)
    assert ann.face.controller.is_deciding

    gate.open()
    ann.waits_for(lambda: stands(ann, waiting) is State.UNLOCKED)
    ann.sees_queue(0)


def test_a_printer_that_hangs_leaves_the_desk_working(ann, waiting, hang):
    """The ticket stays on the screen, to be photographed; it can be closed meanwhile."""
    gate = hang("printer", "print_ticket")
    ann.presses("p", Qt.Key.Key_Return)
    ann.waits_for(lambda: ann.face.ticket_side.ticket is not None)
    ann.presses(Qt.Key.Key_Return)
    ann.waits_for(lambda: gate.came)

    assert not ann.window.grab().isNull()
    ann.presses(Qt.Key.Key_Escape)
    assert ann.window.dialog is None
    still_works(ann)

    gate.open()
    ann.waits_for(lambda: ann.counter.bench.printer.printed)


def test_a_camera_that_hangs_leaves_the_desk_working(at_desk, counter):
    """The number can be scanned by hand while the driver opens the device."""
    someone, gate = at_desk(), Gate()
    someone.signs_in(Role.RECEPTION)
    someone.sees_queue(0)
    gate.shut()
    counter.camera.gate = gate
    someone.presses("v")
    someone.waits_for(lambda: gate.came)

    scans_by_hand(someone)

    gate.open()
    someone.waits_for(lambda: counter.camera.opened)


def test_a_reader_that_hangs_leaves_the_desk_working(at_desk, counter, hang):
    """The number can be scanned by hand while a model loads from a slow disk, or reads for ever."""
    someone, gate = at_desk(), hang("open_reader", "__call__")
    someone.signs_in(Role.RECEPTION)
    someone.sees_queue(0)
    someone.presses("v")
    someone.waits_for(lambda: gate.came)

    scans_by_hand(someone)

    gate.open()


def test_a_queue_that_hangs_leaves_the_desk_working(ann, waiting, hang):
    """What was seen last stays; it is looked at again once the store answers."""
    gate = hang("store", "queue")
    ann.face.controller.queue.look()
    ann.waits_for(lambda: gate.came)

    still_works(ann)
    ann.sees_queue(1)
    gate.open()


def test_signing_in_to_a_store_that_hangs_leaves_the_window_working(at_desk, counter, hang):
    """Nobody is let in before the store answers; then they are."""
    gate = hang("store", "staff")
    someone = at_desk()
    someone.signs_in()
    someone.waits_for(lambda: gate.came)

    assert not someone.window.grab().isNull()
    assert someone.face.controller.staff is None

    gate.open()
    someone.waits_for(lambda: someone.face.controller.staff is not None)
