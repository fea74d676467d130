"""A new terminal from its first start on: set up, then the ordinary one in the same process."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QRect, Slot

from kiosk.errors import KioskError
from ui.hall import Hall
from ui.set_up.set_up import SetUp
from ui.terminal.window import TerminalWindow


class FirstStart(QObject):
    """make_set_up(window): asks to be admitted. make_hall(): the ordinary terminal. show(window): on its screen.

    screen: which its windows will fill.
    """

    def __init__(
        self,
        make_set_up: Callable[[TerminalWindow], SetUp],
        make_hall: Callable[[], Hall],
        show: Callable[[TerminalWindow], None],
        screen: QRect | None = None,
    ) -> None:
        super().__init__()
        self.make_hall, self.show = make_hall, show
        self.hall: Hall | None = None
        self.window = TerminalWindow(screen)
        self.set_up = make_set_up(self.window)
        self.set_up.admitted.connect(self._on_admitted)
        show(self.window)

    def close(self) -> None:
        """End whatever runs now."""
        if self.hall is not None:
            self.hall.close()
        else:
            self.set_up.close()

    @Slot()
    def fall(self) -> None:
        """Lead a bug to the failsafe of what runs now."""
        if self.hall is not None:
            self.hall.controller.fall()
        else:
            self.set_up.fall()

    @Slot()
    def _on_admitted(self) -> None:
        """Show the ordinary terminal before the set-up goes: a program without a window ends."""
        self.set_up.close()
        try:
            self.hall = self.make_hall()
        except KioskError as error:
            self.set_up.tell(error)
            return
        self.show(self.hall.window)
        self.window.close()
