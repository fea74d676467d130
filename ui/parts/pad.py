"""Keys to touch, and one to take back. Qt's keyboard isn't ours to ship, and needs more than a reference has."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.parts.icon import Icon
from ui.parts.label import Label
from ui.parts.tap import Tap
from ui.parts.which import Which
from ui.stage import Stage

BACK = "back"
Code = str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Keys:
    """rows: a sign, BACK, or None for a gap. role: how large a sign is. gap: a token of space between keys.

    names: what a screen reader says, where it isn't the sign. accepts: what a real keyboard may type.
    """

    rows: Sequence[Sequence[Code]]
    role: str
    gap: str
    names: dict[str, str]
    accepts: Callable[[str], bool]


class Pad(QWidget):
    """Emits sign(str), taken_back() and entered(). A real keyboard works too, from the moment it is shown."""

    sign = Signal(str)
    taken_back = Signal()
    entered = Signal()

    def __init__(self, stage: Stage, signs: Keys) -> None:
        super().__init__()
        self.stage, self.signs = stage, signs
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # none of the stops of Tab: its keys are
        self.which = Which(self)
        self.which.touched.connect(self._on_touched)
        self.keys: dict[str, Tap] = {}
        grid = QGridLayout()
        grid.setSpacing(stage.look.space[signs.gap])
        grid.setContentsMargins(0, 0, 0, 0)
        for row, codes in enumerate(signs.rows):
            for place, code in enumerate(codes):
                if code is not None:
                    grid.addWidget(self._key(code), row, place)
        self.setLayout(grid)

    def _key(self, code: str) -> Tap:
        look, role = self.stage.look, self.signs.role
        face = Icon(look, "back", px=look.text[role]) if code == BACK else Label(look, code, role, wrap=False)
        key = Tap(
            look,
            face,
            kind="plain",
            name=self.signs.names.get(code, code),
            margins=(0, 0, 0, 0),
            is_centred=True,
            double_strike_ms=0,
        )
        key.setSizePolicy(key.sizePolicy().horizontalPolicy(), key.sizePolicy().Policy.Expanding)
        self.which.add(key, code)
        self.keys[code] = key
        return key

    def _on_touched(self, code: str) -> None:
        if code == BACK:
            self.taken_back.emit()
        else:
            self.sign.emit(code)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().isascii() and self.signs.accepts(event.text()):
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
