"""A field to type in, under its name."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from ui.parts.arrange import column, held
from ui.parts.label import Label
from ui.tokens import Look

LONGEST = 200  # letters; what a scanner or a person types is far shorter


class LineField(QLineEdit):
    """Enter in a field is for the field alone: it never opens or decides what lies elsewhere."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()


class TextField(QPlainTextEdit):
    """Enter begins a line; with Ctrl it is for whoever holds the field."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        is_sending = is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if is_sending or event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)


def line_field(look: Look, name: str, *, is_secret: bool = False) -> LineField:
    """Return a field of one line."""
    field = LineField()
    field.setAccessibleName(name)
    field.setMinimumHeight(look.size["touch"])
    field.setMaxLength(1024 if is_secret else LONGEST)
    if is_secret:
        field.setEchoMode(QLineEdit.EchoMode.Password)
    return field


def text_field(look: Look, name: str, lines: int = 3) -> TextField:
    """Return a field of some lines; Tab leaves it."""
    field = TextField()
    field.setAccessibleName(name)
    field.setTabChangesFocus(True)
    field.setFixedHeight(round(look.text["body"] * 1.4 * lines) + 36)
    return field


def named(look: Look, name: str, field: QWidget) -> QWidget:
    """Return the field under its name."""
    label = Label(look, name, "strong")
    label.setBuddy(field)
    return held(column(label, field, gap=look.space["xs"]))
