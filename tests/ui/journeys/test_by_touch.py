"""A finger, not a mouse: the terminal's screen is touched."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.ui.hall import Hall


class Finger:
    """Touches the window's glass: what is there gets it, as a screen's driver would tell."""

    def __init__(self, hall: Hall) -> None:
        self.hall = hall
        self.glass = hall.window.windowHandle()
        self.device = QTest.createTouchDevice()

    def touches(self, *keys: str) -> None:
        for key in keys:
            where = self.middle_of(self.hall.tap(key))
            self.lands(where)
            self.lifts(where)

    def middle_of(self, part: QWidget) -> QPoint:
        return part.mapTo(self.hall.window, part.rect().center())

    def lands(self, where: QPoint) -> None:
        QTest.touchEvent(self.glass, self.device).press(0, where, self.glass).commit()

    def moves(self, where: QPoint) -> None:
        QTest.touchEvent(self.glass, self.device).move(0, where, self.glass).commit()

    def lifts(self, where: QPoint) -> None:
        QTest.touchEvent(self.glass, self.device).release(0, where, self.glass).commit()


@pytest.fixture
def finger(hall):
    return Finger(hall)


def test_a_blocked_student_gets_a_ticket_by_finger(hall, finger):
    """From the first screen to the ticket, printed, and to the end."""
    finger.touches("first.start", "motive.blocked", "notice.accept")
    hall.until("CardScreen")
    hall.show_card()
    hall.show_document()
    finger.touches("review.send")
    hall.until("TicketScreen")
    finger.touches("ticket.print")
    hall.qtbot.waitUntil(lambda: hall.controller.state.is_printed is True)
    finger.touches("ticket.next", "go.finish")

    assert ("FirstScreen", "Idle") == (hall.shown, hall.state)


def test_a_finger_that_slides_off_chooses_nothing(hall, finger):
    """Who lands on the wrong words takes the finger elsewhere before lifting it."""
    finger.touches("first.start")
    where, beside = finger.middle_of(hall.tap("motive.blocked")), QPoint(4, 4)
    finger.lands(where)
    finger.moves(beside)
    finger.lifts(beside)

    assert "MotiveScreen" == hall.shown


def test_digits_are_typed_by_finger(hall, finger):
    """One after the other, as fast as a finger goes."""
    finger.touches("first.start", "motive.blocked", "notice.accept")
    hall.until("CardScreen")
    finger.touches("card.typing", "2", "1", "1", "9")

    assert "2119" == hall.face.screen.digits
