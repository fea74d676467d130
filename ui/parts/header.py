"""The top of every terminal screen: where this is, the time, the language, help."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal

from ui.parts.arrange import Thing, across
from ui.parts.icon import Icon
from ui.parts.label import Label
from ui.parts.mark import Mark
from ui.parts.segment import FRAME, Option, Segment
from ui.parts.surface import Surface
from ui.parts.tap import Tap
from ui.stage import Stage

MARK = 72


@dataclass(frozen=True, slots=True, kw_only=True)
class HeaderView:
    """place: the reception point's name in the visitor's language. languages: offered codes."""

    place: str
    clock: str = ""
    languages: Sequence[str] = ("fr", "en")


class Header(Surface):
    """Emits language_chosen(code) and help_asked()."""

    language_chosen = Signal(str)
    help_asked = Signal()

    def __init__(self, stage: Stage, view: HeaderView) -> None:
        super().__init__("header")
        look, words = stage.look, stage.words
        self.clock = Label(look, view.clock, "strong", wrap=False)
        tools: list[Thing] = [self.clock]
        if len(view.languages) > 1:
            options = [Option(code, code.upper(), words(f"language.{code}")) for code in view.languages]
            self.languages = Segment(look, options, words.language)
            self.languages.chosen.connect(self.language_chosen)
            tools.append(self.languages)
        self.help = Tap(
            look,
            Icon(look, "help", px=56),
            kind="plain",
            name=words("header.help"),
            margins=(0, 0, 0, 0),
            is_centred=True,
        )
        self.help.setFixedWidth(look.size["touch"])
        self.help.tapped.connect(self.help_asked)
        side = look.size["margin"]
        above_below = (6, 2) if stage.is_wide else (20, 8)
        self.setLayout(
            across(
                Mark(look, MARK),
                *self._place(stage, view),
                *tools,
                self.help,
                gap=look.space["s"],
                margins=(side, above_below[0], side, above_below[1]),
            )
        )
        self.setFixedHeight(look.size["touch"] + 2 * FRAME + sum(above_below))

    @staticmethod
    def _place(stage: Stage, view: HeaderView) -> list[Thing]:
        """Return the names. Large words in an upright window leave them to the mark: the visitor knows where it is."""
        look = stage.look
        if look.is_large and not stage.is_wide:
            return [None]
        return [4, (Label(look, view.place, "label"), 1)]

    def show_time(self, clock: str) -> None:
        self.clock.say(clock)
