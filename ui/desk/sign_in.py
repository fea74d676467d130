"""Who sits at the desk: login and password; the same after it was locked."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit

from ui.desk_parts.act import act
from ui.desk_parts.field import line_field, named
from ui.desk_parts.scroll import Scroll
from ui.parts.arrange import Thing, across, column, held
from ui.parts.bridge import Bridge
from ui.parts.card import Card
from ui.parts.icon import Icon
from ui.parts.label import Label
from ui.parts.mark import Mark
from ui.parts.segment import Option, Segment
from ui.parts.surface import Surface, restyle
from ui.stage import Stage

FORM = 28  # times the height of the words
AROUND = 24  # pixels around the form
PICTURE = 440  # pixels that the bridge needs to stand beside it


@dataclass(frozen=True, slots=True, kw_only=True)
class SignInView:
    """locked_by: whose desk is locked, "" at a change of user. error: a sentence. place: the reception point."""

    place: str
    locked_by: str = ""
    error: str = ""
    is_busy: bool = False
    languages: tuple[str, ...] = ("fr", "en")


class SignInPanel(Surface):
    """Emits sign_in_asked(login, password), other_asked() for another user, language_chosen(code)."""

    sign_in_asked = Signal(str, str)
    other_asked = Signal()
    language_chosen = Signal(str)

    def __init__(self, stage: Stage, view: SignInView) -> None:
        super().__init__("screen")
        self.stage = stage
        look, words = stage.look, stage.words
        self.is_busy = view.is_busy
        self.login = line_field(look, words("desk.sign_in.login"))
        self.password = line_field(look, words("desk.sign_in.password"), is_secret=True)
        self.go = act(stage, words("desk.sign_in.go"), "unlock", words("desk.help.enter"), "primary")
        self.error = Label(look, "", "strong", tone="bad")
        self.picture = Bridge(look)
        self.form = self._form(view)
        inside = held(column(None, across(None, self.form, None), None, margins=(AROUND,) * 4))
        self.rows = Scroll(inside, look.colour["ground"])
        self.rows.setMinimumWidth(
            self.form.width() + 2 * AROUND + self.rows.verticalScrollBar().sizeHint().width()
        )
        self.setLayout(across((self.rows, 1), (self.picture, 1)))
        self.login.returnPressed.connect(self._on_login)
        self.password.returnPressed.connect(self.go.click)
        self.go.tapped.connect(self._ask)
        self.show_view(view)

    def show_view(self, view: SignInView) -> None:
        """Show what came of a try; what was typed as a login stays, a password never."""
        self.is_busy = view.is_busy
        if view.locked_by:
            self.login.setText(view.locked_by)
        if not view.is_busy:
            self.password.clear()
        self.error.say(view.error)
        self.error.setVisible(bool(view.error))
        restyle(self.password, "bad", str(bool(view.error)).lower())
        self.go.set_off(view.is_busy)

    def take_focus(self) -> None:
        field: QLineEdit = self.password if self.login.text() else self.login
        field.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.picture.setVisible(self.width() >= self.rows.minimumWidth() + PICTURE)
        super().resizeEvent(event)

    def _form(self, view: SignInView) -> Card:
        look, words = self.stage.look, self.stage.words
        title = words("desk.sign_in.title_locked" if view.locked_by else "desk.sign_in.title")
        says = words("desk.sign_in.says_locked", login=view.locked_by) if view.locked_by else view.place
        head = across(
            Mark(look, 56), (column(Label(look, title, "h1"), Label(look, says, "soft")), 1), gap=16
        )
        things: list[Thing] = [
            head,
            *([] if view.locked_by else [named(look, words("desk.sign_in.login"), self.login)]),
            named(look, words("desk.sign_in.password"), self.password),
            self.error,
            self.go,
            *self._quiet(view),
            across(
                Icon(look, "info", colour="soft"),
                (Label(look, words("desk.sign_in.tries"), "soft"), 1),
                gap=12,
            ),
        ]
        card = Card(look, *things, gap=look.space["m"] - 4, pad=look.space["l"] - 4)
        card.setFixedWidth(FORM * look.text["body"])
        return card

    def _quiet(self, view: SignInView) -> list[Thing]:
        words = self.stage.words
        quiet: list[Thing] = []
        if view.locked_by:
            other = act(self.stage, words("desk.sign_in.other"), "person")
            other.tapped.connect(self.other_asked)
            quiet.append(other)
        if len(view.languages) > 1:
            options = [Option(code, code.upper(), words(f"language.{code}")) for code in view.languages]
            segment = Segment(self.stage.look, options, words.language)
            segment.chosen.connect(self.language_chosen)
            quiet.append(
                across(Label(self.stage.look, words("desk.sign_in.language"), "soft"), None, segment)
            )
        return quiet

    def _on_login(self) -> None:
        """Go on to the password; nothing is missing before that was asked for."""
        if self.login.text().strip() and not self.password.text():
            self.password.setFocus()
        else:
            self.go.click()

    def _ask(self) -> None:
        login, password = self.login.text().strip(), self.password.text()
        if self.is_busy:
            return
        if login and password:
            self.sign_in_asked.emit(login, password)
            return
        self.error.say(self.stage.words("desk.sign_in.missing"))
        self.error.show()
        (self.password if login else self.login).setFocus()
