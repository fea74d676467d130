"""The letters and digits that a reference has, and one to take back: no keyboard is needed."""

from PySide6.QtCore import QSignalMapper, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from kiosk.request.reference import ALPHABET
from ui.parts.icon import Icon
from ui.parts.label import Label
from ui.parts.tap import Tap
from ui.stage import Stage

BACK = "back"
COLUMNS = 6


class LetterPad(QWidget):
    """Emits sign(str), taken_back() and entered(). A real keyboard works too, from the moment it is shown."""

    sign = Signal(str)
    taken_back = Signal()
    entered = Signal()

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        self.stage = stage
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # none of the stops of Tab: its keys are
        self.mapper = QSignalMapper(self)
        self.mapper.mappedString.connect(self._on_touched)
        self.keys: dict[str, Tap] = {}
        grid = QGridLayout()
        grid.setSpacing(stage.look.space["xs"])
        grid.setContentsMargins(0, 0, 0, 0)
        for place, code in enumerate([*ALPHABET, BACK]):
            grid.addWidget(self._key(code), place // COLUMNS, place % COLUMNS)
        self.setLayout(grid)

    def _key(self, code: str) -> Tap:
        look, words = self.stage.look, self.stage.words
        px = look.text["h2"]
        face = Icon(look, "back", px=px) if code == BACK else Label(look, code, "h2", wrap=False)
        name = words("letters.take_back") if code == BACK else code
        key = Tap(
            look,
            face,
            kind="plain",
            name=name,
            margins=(0, 0, 0, 0),
            is_centred=True,
            double_strike_ms=0,
        )
        key.setSizePolicy(key.sizePolicy().horizontalPolicy(), key.sizePolicy().Policy.Expanding)
        self.mapper.setMapping(key, code)
        key.tapped.connect(self.mapper.map)
        self.keys[code] = key
        return key

    def _on_touched(self, code: str) -> None:
        if code == BACK:
            self.taken_back.emit()
        else:
            self.sign.emit(code)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().isascii() and event.text().isalnum():
            self.sign.emit(event.text().upper())
        elif event.key() == Qt.Key.Key_Backspace:
            self.taken_back.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Take what is typed on a keyboard at once."""
        self.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
        super().showEvent(event)
