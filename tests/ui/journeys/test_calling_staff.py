"""A visitor calls staff to the terminal: through both windows, on one store."""

import threading
from dataclasses import dataclass, field, replace

import pytest

from kiosk.desk.calling import answer, calls
from kiosk.errors import StoreAway
from kiosk.journal.event import Happening
from kiosk.staff.account import Role, StaffAccount
from kiosk.staff.passwords import hash_password
from tests.kiosk.session.given_visit import WAYS
from tests.ui.desk_acts.staff import PASSWORD, WAIT_MS
from ui.desk_application import open_desk
from ui.parts.tap import DOUBLE_STRIKE_MS
from ui.words import load_words

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform says so of every window


@dataclass(slots=True)
class Fickle:
    """A store that takes no call while it is away, and hangs while the gate is closed."""

    store: object
    is_away: bool = False
    calls: int = 0
    gate: threading.Event = field(default_factory=threading.Event)

    def __getattr__(self, name: str) -> object:
        return getattr(self.store, name)

    def call_staff(self, call):
        self.calls += 1
        self.gate.wait()
        if self.is_away:
            raise StoreAway("The store doesn't answer.")
        return self.store.call_staff(call)


@pytest.fixture
def store(hall):
    """Stands before the terminal's store."""
    made = Fickle(hall.bench.kit.store)
    made.gate.set()
    hall.controller.calling.kit = replace(hall.bench.kit, store=made)
    yield made
    made.gate.set()


def said(hall) -> str:
    """What can be read on the screen that covers the visit."""
    return " ".join(
        label.accessibleName() for label in hall.face.cover.findChildren(object) if label.isWidgetType()
    )


def sees(hall, key: str) -> None:
    words = hall.words(key, time=hall.words.time(hall.bench.kit.rules.calendar.local(hall.now)))
    hall.qtbot.waitUntil(lambda: hall.face.cover is not None and words in said(hall), timeout=WAIT_MS)


def asks(hall, ends: str = "sent") -> None:
    """Call, and see how far that comes."""
    hall.touch("footer.staff", "staff_call.ask")
    sees(hall, f"staff_call.{ends}")


def touches_again(hall, key: str) -> None:
    """Two touches within half a second are one."""
    tap = hall.tap(key)
    hall.qtbot.waitUntil(lambda: not tap.since_last.isValid() or tap.since_last.elapsed() > DOUBLE_STRIKE_MS)
    hall.touch(key)


def waiting(hall):
    return calls(hall.bench.kit, hall.bench.staff[Role.RECEPTION])


def test_the_visitor_calls_and_sees_that_somebody_comes(hall, qtbot):
    """The call names the terminal; the answer at the desk is on the terminal within moments."""
    hall.controller.send(*WAYS["Reviewing"])
    asks(hall)
    (call,) = waiting(hall)
    assert ("mirail", "terminal-1") == (call.site, call.device)

    assert answer(hall.bench.kit, hall.bench.staff[Role.RECEPTION], call)
    sees(hall, "staff_call.coming")
    hall.touch("staff_call.close")
    assert "ReviewScreen" == hall.shown


def test_a_call_is_seen_at_the_desk_and_answered_by_key(hall, qtbot):
    """G says on the terminal that somebody comes; the notice goes."""
    asks(hall)
    ann = StaffAccount("ann", Role.RECEPTION, hash_password(PASSWORD, "ann"))
    hall.bench.kit.store.add_staff(
        ann, Happening("staff_added", "ann", "system", hall.now, {"role": ann.role})
    )
    desk = open_desk(hall.bench.kit, load_words("fr"))
    qtbot.addWidget(desk)
    desk.show()
    try:
        with qtbot.waitSignal(desk.face.controller.desk.signed_in, timeout=WAIT_MS):
            desk.face.controller.desk.sign_in("ann", PASSWORD)
        qtbot.waitUntil(lambda: list(desk.face.notices.views) == ["call terminal-1"], timeout=WAIT_MS)
        desk.key_pressed.emit("close")
        assert ["call terminal-1"] == list(desk.face.notices.views)  # it lasts until somebody goes

        desk.key_pressed.emit("go")
        qtbot.waitUntil(lambda: not desk.face.notices.views, timeout=WAIT_MS)
        sees(hall, "staff_call.coming")
    finally:
        assert desk.close_down()


def test_a_call_that_goes_nowhere_says_so(hall, store):
    """Where the store is away no desk hears it: the visitor learns where to go, and may try again."""
    store.is_away = True
    asks(hall, "failed")

    store.is_away = False
    hall.touch("staff_call.again")
    sees(hall, "staff_call.sent")


def test_a_hanging_store_stops_nobody(hall, store):
    """The screen says that it is calling, and the visitor goes back to the visit."""
    store.gate.clear()
    hall.controller.send(*WAYS["Notice"])
    asks(hall, "asking")
    hall.touch("staff_call.close")

    assert "NoticeScreen" == hall.shown


def test_a_second_look_is_no_second_call(hall, store):
    """Who closes and looks again sees how far it has come."""
    hall.controller.send(*WAYS["Notice"])
    asks(hall)
    hall.touch("staff_call.close")
    touches_again(hall, "footer.staff")
    sees(hall, "staff_call.sent")

    assert not hall.taps("staff_call.ask")
    assert 1 == store.calls


@pytest.mark.parametrize("way", ["Idle", "Notice"])
def test_the_next_visitor_sees_nothing_of_it(hall, way):
    """The call stands at the desk; on the screen it ends with the visit."""
    hall.controller.send(*WAYS[way])
    asks(hall)
    hall.touch(*(["staff_call.close"] if way == "Idle" else ["footer.finish"]))
    hall.until("FirstScreen")
    touches_again(hall, "footer.staff")

    assert hall.tap("staff_call.ask")
    assert 1 == len(waiting(hall))


def test_an_answer_that_comes_late_is_nobody_s(hall, store):
    """The visitor went while the store hung: the next one's screen doesn't change."""
    store.gate.clear()
    hall.controller.send(*WAYS["Notice"])
    asks(hall, "asking")
    hall.touch("footer.finish")
    hall.until("FirstScreen")
    hall.touch("footer.staff")
    with hall.qtbot.waitSignal(hall.controller.calling.background.idle):
        store.gate.set()

    assert hall.controller.calling.now is None
    assert hall.tap("staff_call.ask")


def test_it_is_told_in_the_other_language(hall):
    """Switched while it waits."""
    asks(hall)
    hall.touch("language.en")

    sees(hall, "staff_call.sent")
