"""The terminal's window on its screen: whole, and drawn for the way it is turned."""

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QResizeEvent

from ui.shell import Shell


class TerminalWindow(Shell):
    """turned(): the window went from upright to wide, or back.

    screen: which it will fill; known beforehand, nothing is drawn twice.
    """

    turned = Signal()

    def __init__(self, screen: QRect | None = None) -> None:
        super().__init__()
        if screen is not None:
            self.setGeometry(screen)
        self.was_wide = self.is_wide

    @property
    def is_wide(self) -> bool:
        return self.width() > self.height()

    def fill(self, screen: QRect) -> None:
        """Take the whole screen, also where no window manager would give it: a bare X server of a kiosk session."""
        self.setGeometry(screen)
        self.showFullScreen()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.is_wide != self.was_wide:
            self.was_wide = self.is_wide
            self.turned.emit()
