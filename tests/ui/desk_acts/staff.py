"""Somebody at a desk's real window, by keyboard alone."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kiosk.request.request import State
from kiosk.staff.account import Role
from ui.parts.tap import DOUBLE_STRIKE_MS

PASSWORD = "correct horse battery"
WAIT_MS = 10_000


class Staff:
    """Somebody at the keyboard. What they press goes where the focus is."""

    def __init__(self, qtbot, window, counter) -> None:
        self.qtbot, self.window, self.counter = qtbot, window, counter
        self.face = window.face

    def types(self, text: str) -> None:
        QTest.keyClicks(self._where(), text)

    def presses(self, *keys) -> None:
        for key in keys:
            if isinstance(key, str):
                QTest.keyClicks(self._where(), key)
            else:
                QTest.keyClick(self._where(), key)

    def waits_for(self, condition) -> None:
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=WAIT_MS)

    def waits_for_second_press(self, tap) -> None:
        """Two presses of one button within half a second are one."""
        self.waits_for(lambda: tap.since_last.elapsed() > DOUBLE_STRIKE_MS)

    def signs_in(self, role: Role = Role.APPROVER, password: str = PASSWORD) -> None:
        self.types(f"one.{role}")
        self.presses(Qt.Key.Key_Tab)
        self.types(password)
        self.presses(Qt.Key.Key_Return)

    def sees_queue(self, count: int) -> None:
        self.waits_for(lambda: self.face.queue_side.queue and self.face.queue_side.seen)
        self.waits_for(lambda: len(self.face.queue_side.queue.list.rows.rows) == count)

    def opens_first(self) -> None:
        self.presses("j", Qt.Key.Key_Return)
        self.waits_for(lambda: self.request is not None)

    @property
    def request(self):
        return self.face.request_side.panel.view

    @property
    def report(self):
        """What the page that is shown found out, None on any other page."""
        side = self.face.pages.reports.get(self.face.pages.page)
        return side.panel.view if side is not None and side.panel is not None else None

    @property
    def notices(self) -> list[str]:
        return list(self.face.notices.views)

    def _where(self):
        return QApplication.focusWidget() or self.window


def stands(staff: Staff, request) -> State:
    return staff.counter.kit.store.get(request.reference).state
