"""What every side of the desk works with: the controller, the window, and how this desk looks and speaks now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

from ui.desk.window import DeskWindow
from ui.desk_controller import DeskController
from ui.desk_parts.density import dense, share_for
from ui.desk_parts.dialog import Dialog
from ui.desk_views.when import When
from ui.parts.tap import Tap
from ui.stage import Stage
from ui.tokens import Face, Theme, load_tokens
from ui.words import Words, load_words

ENTERS = ("Return", "Enter", "Ctrl+Return", "Ctrl+Enter")
CHOICES = ("tick", "segment")


@dataclass(slots=True)
class Scene:
    """place: the reception point's name by language. messages: the ENT's by language, then by code.

    share: of the sizes in tokens.toml, as the window has room.
    """

    controller: DeskController
    window: DeskWindow
    place: Mapping[str, str] = field(default_factory=dict)
    messages: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    languages: Sequence[str] = ("fr", "en")
    language: str = "fr"
    theme: Theme = Theme.LIGHT
    share: float = 1.0

    @property
    def words(self) -> Words:
        return load_words(self.language)

    def stage(self) -> Stage:
        look = dense(load_tokens().look(Face.DESK, self.theme), self.share)
        return Stage(look, self.words, is_wide=True)

    def is_refitted(self) -> bool:
        """Take the share of the sizes that the window has room for; return whether it is another than before."""
        before, self.share = self.share, share_for(self.window.size())
        return before != self.share

    def when(self) -> When:
        """Return what tells days and times, from now."""
        kit = self.controller.desk.kit
        return When(self.words, kit.rules.calendar, kit.now())

    def ask(self, dialog: Dialog) -> None:
        """Open a dialog; Enter does what it is for, wherever its focus is, except on another button."""
        for keys in ENTERS:
            shortcut = QShortcut(QKeySequence(keys), dialog)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(self._confirm)
        self.window.open_dialog(dialog)

    def _confirm(self) -> None:
        focus = QApplication.focusWidget()
        if isinstance(focus, Tap) and focus.property("kind") not in CHOICES:
            focus.click()
        elif (confirm := getattr(self.window.dialog, "confirm", None)) is not None:
            confirm()
