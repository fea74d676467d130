"""Which of several taps was touched?"""

from PySide6.QtCore import QObject, QSignalMapper, Signal, Slot

from ui.parts.tap import Tap


class Which(QObject):
    """touched(code): by the tap that bears it.

    WORKAROUND PySide 6.11 keeps 60 bytes for ever of each connection to a method of Qt's own, as QSignalMapper.map,
    QTimer.start and a signal's emit are; of one to a method or a signal that Python defines it keeps nothing.
    """

    touched = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.mapper = QSignalMapper(self)
        self.mapper.mappedString.connect(self.touched)

    def add(self, tap: Tap, code: str) -> None:
        self.mapper.setMapping(tap, code)
        tap.tapped.connect(self._on_tapped)

    @Slot()
    def _on_tapped(self) -> None:
        self.mapper.map(self.sender())
