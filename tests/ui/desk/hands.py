"""What a person's hands do at the desk."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui.desk_gallery.counter import Counter


def press(*keys: str | Qt.Key) -> None:
    """Press keys one after the other, wherever the keyboard is."""
    for key in keys:
        focus = QApplication.focusWidget()
        if isinstance(key, str):
            QTest.keyClicks(focus, key)
        else:
            QTest.keyClick(focus, key)


def be_patient(counter: Counter) -> None:
    """Let the time of a double press be over."""
    if counter.window.dialog is not None:
        counter.window.dialog.double_strike_ms = 0


def click_twice(button) -> None:
    """Click as someone impatient does."""
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.mouseDClick(button, Qt.MouseButton.LeftButton)
