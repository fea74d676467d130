"""What the header says: the reception point's name, the time, the languages."""

from PySide6.QtCore import QObject, QTimer, Slot

from kiosk.kit import Kit
from ui.parts.header import HeaderView
from ui.stage import Stage
from ui.terminal.campus import Campus
from ui.terminal.window import TerminalWindow


class WallClock(QObject):
    """Keeps the header's time right. every: milliseconds."""

    def __init__(self, shell: TerminalWindow, kit: Kit, every: int, parent: QObject) -> None:
        super().__init__(parent)
        self.shell, self.kit = shell, kit
        self.timer = QTimer(self)
        self.timer.timeout.connect(self._tell)
        self.timer.start(every)

    def stop(self) -> None:
        self.timer.stop()

    @Slot()
    def _tell(self) -> None:
        if self.shell.stage is not None:
            self.shell.show_time(time_of(self.kit, self.shell.stage))


def header_of(campus: Campus, kit: Kit, language: str, stage: Stage) -> HeaderView:
    return HeaderView(place=campus.names[language], clock=time_of(kit, stage), languages=campus.languages)


def time_of(kit: Kit, stage: Stage) -> str:
    """Return the time of the day as this language writes it."""
    return stage.words.time(kit.rules.calendar.local(kit.now()))
