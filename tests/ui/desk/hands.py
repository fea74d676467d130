"""What a person's hands do at the desk."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication


def press(*keys: str | Qt.Key) -> None:
    """Press keys one after the other, wherever the keyboard is."""
    for key in keys:
        focus = QApplication.focusWidget()
        if isinstance(key, str):
            QTest.keyClicks(focus, key)
        else:
            QTest.keyClick(focus, key)


def click_twice(button) -> None:
    """Click as someone impatient does."""
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.mouseDClick(button, Qt.MouseButton.LeftButton)
