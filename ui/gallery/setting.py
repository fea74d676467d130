"""One way in which a screen can be shown, and showing it."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ui.gallery.example import Example
from ui.gallery.examples import MORNING, PLACES
from ui.parts.header import HeaderView
from ui.shell import Shell
from ui.stage import Stage
from ui.tokens import SCALES, Face, Theme, load_tokens
from ui.words import load_words, pseudo

UPRIGHT, WIDE = (1080, 1920), (1920, 1080)


@dataclass(frozen=True, slots=True)
class Setting:
    """is_pseudo: words twice as long, to see which layouts break. is_low: what is touched stands low."""

    is_wide: bool = False
    language: str = "fr"
    theme: Theme = Theme.LIGHT
    scale: float = 1.0
    is_pseudo: bool = False
    is_low: bool = False

    @property
    def name(self) -> str:
        turned = "wide" if self.is_wide else "low" if self.is_low else "upright"
        twice = "-pseudo" if self.is_pseudo else ""
        return f"{turned}-{self.language}{twice}-{self.theme}-{round(self.scale * 100)}"

    def stage(self) -> Stage:
        words = load_words(self.language)
        look = load_tokens().look(Face.TERMINAL, self.theme, scale=self.scale, less_motion=True)
        return Stage(look, pseudo(words) if self.is_pseudo else words, self.is_wide, self.is_low)


ALL_SETTINGS = tuple(
    Setting(is_wide, language, theme, scale, is_low=is_low)
    for scale in SCALES
    for theme in Theme
    for language in ("fr", "en")
    for is_wide, is_low in ((False, False), (True, False), (False, True))
)


def show(example: Example, setting: Setting) -> Shell:
    """Return a terminal window that shows the example. Its owner closes it."""
    shell = Shell()
    shell.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    shell.resize(*(WIDE if setting.is_wide else UPRIGHT))
    stage = (replace(setting, scale=1.0, is_low=False) if example.is_technical else setting).stage()
    header = HeaderView(place=PLACES[setting.language], clock=stage.words.time(MORNING))
    screen = example.make(stage)
    shell.show_screen(stage, header, screen, is_idle=example.is_idle, has_footer=not example.is_technical)
    shell.show()
    QApplication.processEvents()
    return shell
