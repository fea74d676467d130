"""Help: how it works, and how large, in which colours and how lively the screen is."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.parts.actions import primary
from ui.parts.arrange import column, held
from ui.parts.fact import fact
from ui.parts.label import Label
from ui.parts.pages import Pages
from ui.parts.segment import Option, Segment
from ui.parts.sheet import Sheet
from ui.parts.surface import Surface
from ui.stage import Stage
from ui.tokens import SCALES, Theme

VOICES = ("silent", "quiet", "aloud", "loud")
_SIZES = dict(zip(("size_1", "size_15", "size_2"), SCALES, strict=True))


@dataclass(frozen=True, slots=True)
class ComfortView:
    """What else is chosen is the stage's own look. has_voice: this terminal can speak. loudness: one of VOICES."""

    has_voice: bool = False
    loudness: str = "silent"


class ComfortScreen(Surface):
    """Emits scale_chosen, theme_chosen, less_motion_chosen and voice_chosen with the choice; closed."""

    scale_chosen = Signal(float)
    theme_chosen = Signal(str)
    less_motion_chosen = Signal(bool)
    voice_chosen = Signal(str)
    closed = Signal()

    def __init__(self, stage: Stage, view: ComfortView) -> None:
        super().__init__("screen")
        self.stage = stage
        look, words = stage.look, stage.words
        close = primary(look, words("help.close"), "check")
        close.tapped.connect(self.closed)
        blocks = [
            *(
                []
                if stage.is_wide or stage.is_low
                else [fact(look, "info", words("help.how"), words("help.how_says"), keeps_line=True)]
            ),
            self._size(),
            self._theme(),
            self._motion(),
            *([self._voice(view)] if view.has_voice else []),
        ]
        sheet = Sheet(
            stage,
            question=words("help.question"),
            says=words("help.how_says") if stage.is_wide else "",
            body=Pages(
                stage, blocks, gap=look.space["m"], columns=2 if stage.is_wide and not look.is_large else 1
            ),
            main=close,
            is_touched=True,
        )
        self.setLayout(column(sheet))

    def _size(self) -> QWidget:
        words = self.stage.words
        options = [Option(key, words(f"help.{key}"), words(f"help.{key}_name")) for key in _SIZES]
        now = next((key for key, scale in _SIZES.items() if scale == self.stage.look.scale), "size_1")
        segment = Segment(self.stage.look, options, now, is_full=True)
        segment.chosen.connect(self._choose_scale)
        return self._named("help.size", segment)

    def _theme(self) -> QWidget:
        words = self.stage.words
        options = [Option(theme, words(f"help.{theme}"), words(f"help.{theme}")) for theme in Theme]
        segment = Segment(self.stage.look, options, self.stage.look.theme, is_full=True)
        segment.chosen.connect(self.theme_chosen)
        return self._named("help.theme", segment)

    def _motion(self) -> QWidget:
        words = self.stage.words
        options = [
            Option(key, words(f"help.{key}"), words(f"help.{key}")) for key in ("with_motion", "less_motion")
        ]
        now = "with_motion" if self.stage.look.is_moving else "less_motion"
        segment = Segment(self.stage.look, options, now, is_full=True)
        segment.chosen.connect(self._choose_motion)
        return self._named("help.motion", segment)

    def _voice(self, view: ComfortView) -> QWidget:
        words = self.stage.words
        options = [Option(key, words(f"help.{key}"), words(f"help.{key}_name")) for key in VOICES]
        segment = Segment(self.stage.look, options, view.loudness, is_full=True)
        segment.chosen.connect(self.voice_chosen)
        return self._named("help.voice", segment)

    def _named(self, key: str, segment: Segment) -> QWidget:
        name = self.stage.words(key)
        segment.setAccessibleName(name)
        return held(column(Label(self.stage.look, name, "strong"), segment, gap=self.stage.look.space["xs"]))

    def _choose_scale(self, key: str) -> None:
        self.scale_chosen.emit(_SIZES[key])

    def _choose_motion(self, key: str) -> None:
        self.less_motion_chosen.emit(key == "less_motion")
