"""One way in which the desk can be shown, and showing it."""

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication

from ui.desk.window import DeskWindow
from ui.desk_gallery.beginning import Show
from ui.desk_gallery.counter import Counter
from ui.desk_parts.density import dense, share_for
from ui.stage import Stage
from ui.tokens import Face, Theme, load_tokens
from ui.words import load_words, pseudo

SIZES = {"narrow": (1024, 700), "small": (1366, 768), "usual": (1440, 900), "large": (1920, 1080)}

SETTLING = 3  # rounds until every height is known: a scroll bar that comes takes width from the words


@dataclass(frozen=True, slots=True)
class DeskSetting:
    """is_pseudo: words twice as long, to see which layouts break."""

    size: str = "usual"
    language: str = "fr"
    theme: Theme = Theme.LIGHT
    is_pseudo: bool = False

    @property
    def name(self) -> str:
        return f"desk-{self.size}-{self.language}{'-pseudo' if self.is_pseudo else ''}-{self.theme}"

    def stage(self) -> Stage:
        words = load_words(self.language)
        look = load_tokens().look(Face.DESK, self.theme, less_motion=True)
        look = dense(look, share_for(QSize(*SIZES[self.size])))
        return Stage(look, pseudo(words) if self.is_pseudo else words, is_wide=True)


ALL_SETTINGS = (
    *(DeskSetting(size, language, theme) for size in SIZES for language in ("fr", "en") for theme in Theme),
    *(DeskSetting(size, "fr", is_pseudo=True) for size in SIZES),
)


def show(example: Show, setting: DeskSetting) -> Counter:
    """Return a desk that shows the example. Its owner closes the window."""
    window = DeskWindow()
    window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    window.resize(*SIZES[setting.size])
    desk = Counter(window, setting.stage())
    window.show()
    example(desk)
    for _ in range(SETTLING):
        QApplication.processEvents()
    return desk
