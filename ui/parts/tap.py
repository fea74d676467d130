"""Whatever is touched: a button with a layout inside."""

from PySide6.QtCore import QElapsedTimer, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui.parts.arrange import Margins, Thing, across
from ui.parts.icon import Icon
from ui.parts.press import Press
from ui.parts.surface import restyle
from ui.tokens import Look

# Two touches within this are one. Source: EN 301 549 5.9 asks for 0.5 s or more.
DOUBLE_STRIKE_MS = 500
_BY_KEY = {
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
    Qt.FocusReason.OtherFocusReason,
}
_PRESSING = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}


class Tap(QPushButton):
    """A button that holds labels and icons. Connect `tapped`: a double tap, a held key or a bounce is one.

    kind: "choice", "primary", "secondary", "danger", "segment", "tick", "tab", "row", "bare", "plain".
    Qt sizes a button by its own text, so the layout's size and height-for-width are passed on here.
    """

    tapped = Signal()

    def __init__(
        self,
        look: Look,
        *things: Thing,
        kind: str,
        name: str,
        height: int | None = None,
        gap: int | None = None,
        margins: Margins | None = None,
        is_centred: bool = False,
        double_strike_ms: int = DOUBLE_STRIKE_MS,
    ) -> None:
        super().__init__()
        self.look, self.double_strike_ms = look, double_strike_ms
        self.since_last = QElapsedTimer()
        for prop, value in (("kind", kind), ("off", "false"), ("on", "false"), ("keyed", "false")):
            self.setProperty(prop, value)
        self.setAccessibleName(name.replace("\n", " "))
        self.setMinimumHeight(height or look.size["touch"])
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._let_layout_decide()
        pad, between = look.space["m"], look.space["s"] if gap is None else gap
        around = (None, *things, None) if is_centred else things
        edges = margins or (pad, look.space["xs"], pad, look.space["xs"])
        self.inside = across(*around, gap=between, margins=edges)
        self.setLayout(self.inside)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.press = Press(look, self, kind)
        self.pressed.connect(self._on_pressed)
        self.released.connect(self._on_released)
        self.clicked.connect(self._on_clicked)

    @property
    def is_on(self) -> bool:
        return bool(self.property("on") == "true")

    def take_no_more_room(self) -> None:
        """Be as large as its words and pictures need, whatever room there is."""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_on(self, is_on: bool) -> None:
        """Show it as chosen (a segment, a tick, a tab, a row)."""
        restyle(self, "on", str(is_on).lower())
        self.setCheckable(True)  # so that a screen reader says which one it is
        self.setChecked(is_on)

    def set_off(self, is_off: bool) -> None:
        """Show it as not possible now; the reason stands beside it in words."""
        self.setEnabled(not is_off)
        restyle(self, "off", str(is_off).lower())
        for icon in self.findChildren(Icon):
            icon.set_off(is_off)
        shadow = self.graphicsEffect()
        if shadow is not None:
            shadow.setEnabled(not is_off)

    def _on_clicked(self) -> None:
        if self.isCheckable():
            self.setChecked(self.is_on)  # what is chosen is decided by who listens
        if self.since_last.isValid() and self.since_last.elapsed() < self.double_strike_ms:
            return
        self.since_last.start()
        self.tapped.emit()

    def _on_pressed(self) -> None:
        self.press.show_down(is_down=True)

    def _on_released(self) -> None:
        self.press.show_down(is_down=False)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.press.paint()

    def _let_layout_decide(self) -> None:
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        return self.inside.totalSizeHint().expandedTo(self.minimumSize())

    def minimumSizeHint(self) -> QSize:
        return self.inside.totalMinimumSize().expandedTo(self.minimumSize())

    def hasHeightForWidth(self) -> bool:
        return self.inside.hasHeightForWidth()

    def heightForWidth(self, width: int) -> int:
        return max(self.inside.totalHeightForWidth(width), self.minimumHeight())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return presses like Space; a held key doesn't repeat (EN 301 549 5.7)."""
        if event.key() not in _PRESSING:
            super().keyPressEvent(event)
        elif event.isAutoRepeat():
            event.accept()
        elif event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            self.click()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Draw the focus only for who came by key: a finger knows where it is."""
        restyle(self, "keyed", str(event.reason() in _BY_KEY).lower())
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        restyle(self, "keyed", "false")
        super().focusOutEvent(event)
