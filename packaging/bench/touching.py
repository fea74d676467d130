"""A finger for the windows, as the tests' hall asks for one."""

from collections.abc import Callable

from painted import process_until
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget


class Touching:
    """What the tests' hall asks of a pytest-qt bot."""

    def addWidget(self, widget: QWidget) -> None:
        """Close nothing: the process ends with it."""

    def mouseClick(self, widget: QWidget, button: Qt.MouseButton) -> None:
        QTest.mouseClick(widget, button)

    def waitUntil(self, condition: Callable[[], bool], timeout: int = 10_000) -> None:
        process_until(condition, timeout / 1000)
