"""The house's own number pad: digits, take one back, done. Qt's keyboard isn't ours to ship."""

from PySide6.QtCore import QSignalMapper, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.parts.icon import Icon
from ui.parts.label import Label
from ui.parts.tap import Tap
from ui.stage import Stage

BACK = "back"
ROWS = ("123", "456", "789", " 0<")


class NumberPad(QWidget):
    """Emits digit(str), taken_back() and entered(). The 5 says that it is the middle.

    A real keyboard works too, from the moment it is shown.
    """

    digit = Signal(str)
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
        grid.setSpacing(stage.look.space["s"])
        grid.setContentsMargins(0, 0, 0, 0)
        for row, signs in enumerate(ROWS):
            for place, sign in enumerate(signs):
                if sign != " ":
                    grid.addWidget(self._key(sign), row, place)
        self.setLayout(grid)

    def _key(self, sign: str) -> Tap:
        look, words = self.stage.look, self.stage.words
        code = BACK if sign == "<" else sign
        face = Icon(look, "back", px=look.text["key"]) if code == BACK else _figure(self.stage, sign)
        name = words("number.take_back") if code == BACK else words("number.five") if sign == "5" else sign
        key = Tap(look, face, kind="plain", name=name, is_centred=True, double_strike_ms=0)
        key.setSizePolicy(key.sizePolicy().horizontalPolicy(), key.sizePolicy().Policy.Expanding)
        self.mapper.setMapping(key, code)
        key.tapped.connect(self.mapper.map)
        self.keys[code] = key
        return key

    def _on_touched(self, code: str) -> None:
        if code == BACK:
            self.taken_back.emit()
        else:
            self.digit.emit(code)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().isdecimal() and event.text().isascii():
            self.digit.emit(event.text())
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


def _figure(stage: Stage, sign: str) -> Label:
    return Label(stage.look, sign, "key", wrap=False)
