"""The top of every terminal screen: where this is, the time; and language and help, within most people's reach."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import Signal

from ui.parts.arrange import Thing, across
from ui.parts.label import Label
from ui.parts.mark import Mark
from ui.parts.segment import FRAME
from ui.parts.surface import Surface
from ui.parts.tools import help_tap, languages
from ui.stage import Stage

MARK = 72
LINE = 1.31  # of a font's pixels: its line


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
        look = stage.look
        self.clock = Label(look, view.clock, "strong", wrap=False)
        tools: list[Thing] = [self.clock] if stage.is_low else [self.clock, *self._tools(stage, view)]
        side = look.size["margin"]
        below = 0 if stage.is_wide else look.space["xs"]
        self.setLayout(
            across(
                Mark(look, MARK),
                *self._place(stage, view),
                *tools,
                gap=look.space["s"],
                margins=(side, stage.edge, side, below),
            )
        )
        line = ceil(look.text["body"] * LINE)
        high = max(MARK, line) if stage.is_low else look.size["touch"] + 2 * FRAME
        self.setFixedHeight(high + stage.edge + below)

    def _tools(self, stage: Stage, view: HeaderView) -> list[Thing]:
        """Return language, where there is a choice, and help."""
        self.help = help_tap(stage)
        self.help.setFixedWidth(stage.look.size["touch"])
        self.help.tapped.connect(self.help_asked)
        if len(view.languages) == 1:
            return [self.help]
        self.languages = languages(stage, view.languages)
        self.languages.chosen.connect(self.language_chosen)
        return [self.languages, self.help]

    @staticmethod
    def _place(stage: Stage, view: HeaderView) -> list[Thing]:
        """Return the names. Large words in an upright window leave them to the mark: the visitor knows where it is."""
        look = stage.look
        if look.is_large and not stage.is_wide:
            return [None]
        return [4, (Label(look, view.place, "label"), 1)]

    def show_time(self, clock: str) -> None:
        self.clock.say(clock)
