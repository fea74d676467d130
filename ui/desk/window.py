"""The desk's window: the bar, notices, one page; what lies over it for a moment; and its keys."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ui.desk_parts.dialog import Dialog
from ui.desk_parts.side_by_side import side_width
from ui.fonts import load_fonts
from ui.name_font import load_name_font
from ui.parts.arrange import column, held
from ui.parts.surface import Surface
from ui.stage import Stage
from ui.stylesheet import stylesheet

SMALLEST = (1024, 640)
TOAST = 376  # pixels at most: over the list, never over what decides
AROUND = 12
KEYS = {  # what a key types: what it asks for
    "j": "next",
    "k": "before",
    "/": "search",
    "1": "seen",
    "a": "approve",
    "r": "refuse",
    "s": "redirect",
    "u": "undo",
    "t": "retry",
    "m": "secret",
    "p": "ticket",
    "q": "queue",
    "v": "verify",
    "f": "figures",
    "h": "health",
    "i": "journal",
    "g": "go",
    "d": "terminals",
    "n": "new",
    "l": "lock",
    "?": "help",
}
HELD = ("next", "before")  # what a key that is held repeats
_NAMED = {
    Qt.Key.Key_Down: "next",
    Qt.Key.Key_Up: "before",
    Qt.Key.Key_Return: "open",
    Qt.Key.Key_Enter: "open",
    Qt.Key.Key_Escape: "close",
}
_WITH = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


class DeskWindow(QWidget):
    """Shows what it is given. key_pressed(what): one of KEYS' values, "open" or "close", where no field took it."""

    key_pressed = Signal(str)
    resized = Signal()
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        load_fonts()
        load_name_font()
        self.setMinimumSize(*SMALLEST)
        self.stage: Stage | None = None
        self.under = QWidget()
        self.ground = Surface("window", column(self.under))
        self.setLayout(column(self.ground))
        self.notices: QVBoxLayout | None = None
        self.dialog: Dialog | None = None
        self.toast: QWidget | None = None
        self.focus_before: QWidget | None = None
        self.is_by_letter = False

    def dress(self, stage: Stage) -> None:
        """Take another look or language. What is shown must be shown anew."""
        if self.stage is None or self.stage.look != stage.look:
            self.setStyleSheet(stylesheet(stage.look))
        self.stage = stage
        self.show_toast(None)
        self.close_dialog()

    def show_alone(self, panel: QWidget) -> None:
        """Show one panel and nothing else: nobody is signed in."""
        self.show_toast(None)
        self.close_dialog()
        self.notices = None
        self._replace(panel)

    def show_desk(self, bar: QWidget, page: QWidget) -> None:
        self.notices = column(gap=8)
        self._replace(held(column(bar, self.notices, (page, 1))))

    def show_notices(self, notices: Sequence[QWidget]) -> None:
        """Show these and no others, under the bar."""
        if self.notices is None:
            return
        while (item := self.notices.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        side = 12 if notices else 0
        self.notices.setContentsMargins(side, side, side, 0)
        for notice in notices:
            self.notices.addWidget(notice)

    def show_toast(self, toast: QWidget | None) -> None:
        if self.toast is not None:
            self.toast.hide()
            self.toast.deleteLater()
        self.toast = toast
        if toast is not None:
            toast.setParent(self.ground)
            toast.show()
            self._place_over()

    def open_dialog(self, dialog: Dialog) -> None:
        """Lay a dialog over everything; what lies under it is out of reach until it is closed."""
        self.close_dialog()
        self.focus_before = QApplication.focusWidget()
        self.dialog = dialog
        if self.is_by_letter:
            dialog.expect_no_double()
        dialog.setParent(self.ground)
        self.under.setEnabled(False)
        if self.toast is not None:
            self.toast.setEnabled(False)
        self._place_over()
        dialog.show()
        dialog.take_focus()

    def close_dialog(self) -> None:
        if self.dialog is None:
            return
        dialog, self.dialog = self.dialog, None
        dialog.hide()
        dialog.deleteLater()
        self.under.setEnabled(True)
        if self.toast is not None:
            self.toast.setEnabled(True)
        if self.focus_before is not None and self.under.isAncestorOf(self.focus_before):
            self.focus_before.setFocus()
        else:
            self.setFocus()  # never nowhere: a screen reader would be silent

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Say what was asked for by a key that no field and no button took."""
        what = KEYS.get(event.text().casefold()) or _NAMED.get(Qt.Key(event.key()), "")
        is_other = bool(event.modifiers() & _WITH) or (event.isAutoRepeat() and what not in HELD)
        if what and not is_other and self.dialog is None:
            self.is_by_letter = what != "open"
            self.key_pressed.emit(what)
            self.is_by_letter = False
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_over()
        self.resized.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closed.emit()
        super().closeEvent(event)

    def _replace(self, panel: QWidget) -> None:
        """Put another panel in the place. Keys never go to what is about to be deleted: a password field."""
        lay = self.ground.layout()
        if lay is not None:
            lay.replaceWidget(self.under, panel)
        focus = QApplication.focusWidget()
        if focus is not None and self.under.isAncestorOf(focus):
            self.setFocus()
        self.under.hide()
        self.under.deleteLater()
        self.under = panel
        panel.show()

    def _place_over(self) -> None:
        if self.toast is not None and self.stage is not None:
            width = min(TOAST, side_width(self.stage.look, self.width()) - 2 * AROUND)
            high = max(self.toast.heightForWidth(width), self.toast.minimumSizeHint().height())
            self.toast.setGeometry(AROUND, self.height() - high - AROUND, width, high)
            self.toast.raise_()
        if self.dialog is not None:
            self.dialog.setGeometry(self.rect())
            self.dialog.raise_()
