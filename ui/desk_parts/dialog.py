"""A question over the desk: a veil, a card, its actions. Escape leaves it; what lies under it can't be reached."""

from collections.abc import Sequence

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractSlider, QWidget

from ui.desk_parts.act import Act
from ui.desk_parts.act_row import ActRow
from ui.desk_parts.name_label import NameLabel
from ui.desk_parts.scroll import Scroll
from ui.parts.arrange import Thing, across, column, held
from ui.parts.card import Card
from ui.parts.label import Label
from ui.parts.tap import DOUBLE_STRIKE_MS
from ui.stage import Stage

WIDTH = 42  # times the height of the words
VEIL = 150  # of 255
_Move = QAbstractSlider.SliderAction
SCROLLS = {
    Qt.Key.Key_Down: _Move.SliderSingleStepAdd,
    Qt.Key.Key_Up: _Move.SliderSingleStepSub,
    Qt.Key.Key_PageDown: _Move.SliderPageStepAdd,
    Qt.Key.Key_PageUp: _Move.SliderPageStepSub,
}


class Dialog(QWidget):
    """closed(): Escape. The first field or choice of the body has the focus when it opens; Enter confirms.

    body: may be taller than the window, and then scrolls. foot: the actions, always to be seen, as is what stands
    beside them. width: at most, in heights of the words.
    """

    closed = Signal()

    def __init__(
        self,
        stage: Stage,
        title: str,
        says: str = "",
        *,
        body: Sequence[Thing] = (),
        foot: Sequence[Act] = (),
        beside: Sequence[Thing] = (),
        width: int = WIDTH,
    ) -> None:
        super().__init__()
        look = stage.look
        self.veil = QColor(look.art["rim"])
        self.veil.setAlpha(VEIL)
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.since_shown, self.double_strike_ms = QElapsedTimer(), DOUBLE_STRIKE_MS
        head: list[Thing] = [NameLabel(look, title, "h1")]
        if says:
            head.append(Label(look, says, "soft"))
        inside = held(column(*body, gap=look.space["s"], margins=(0, 4, 0, 4)))
        self.rows = Scroll(inside, look.colour["surface"])
        acts = ActRow(look, foot, is_first_broad=False)
        foot_row: list[Thing] = [across(*beside, (acts, 1), gap=look.space["s"])] if foot else []
        self.card = Card(look, *head, self.rows, *foot_row, gap=look.space["s"], pad=look.space["l"] - 8)
        self.card.setParent(self)
        self.card.installEventFilter(self)
        self.rows.setFixedHeight(0)
        self.widest, self.around = width * look.text["body"], look.space["m"]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:  # words or rows changed: the card needs another height
            self.place()
        return super().eventFilter(watched, event)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self.place()

    def place(self) -> None:
        """Put the card in the middle, as high as it needs where there is room."""
        lay = self.card.layout()
        if lay is None:
            return
        edges = lay.contentsMargins()
        width = min(self.widest, self.width() - 2 * self.around)
        needed = self.rows.needed(width - edges.left() - edges.right())
        whole = lay.totalHeightForWidth(width) if lay.hasHeightForWidth() else lay.totalSizeHint().height()
        rest = whole - self.rows.minimumHeight()
        fitting = max(min(needed, self.height() - 2 * self.around - rest), 0)
        if fitting != self.rows.minimumHeight():
            self.rows.setFixedHeight(fitting)
        height = rest + fitting
        self.card.setGeometry((self.width() - width) // 2, (self.height() - height) // 2, width, height)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.place()  # only now the words have their fonts
        self.since_shown.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep every key here: the desk under it has keys of its own."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.confirm()
        elif event.key() in SCROLLS:
            self.rows.verticalScrollBar().triggerAction(SCROLLS[Qt.Key(event.key())])
        else:
            self.press(event.text())
        event.accept()

    def press(self, key: str) -> None:
        """Take a letter or digit that no field wanted."""

    def confirm(self) -> None:
        """Do what the dialog is for, but not by the second half of the double press that opened it."""
        if self.since_shown.elapsed() >= self.double_strike_ms:
            self.answer()

    def answer(self) -> None:
        """Do the one thing that the dialog is for, where there is one."""

    def expect_no_double(self) -> None:
        """Take an Enter at once: it was opened by another key, of which Enter can't be the second half."""
        self.double_strike_ms = 0

    def take_focus(self) -> None:
        """Give the focus to the first thing of the body that takes it, else keep it for the keys."""
        for part in self.rows.findChildren(QWidget):
            if part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.isEnabled():
                part.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self.veil)
