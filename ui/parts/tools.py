"""Language and help: at the top of a terminal's screen, or above the footer for who can't reach so high."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from ui.parts.arrange import NONE, Thing, across
from ui.parts.icon import Icon
from ui.parts.label import Label
from ui.parts.segment import Option, Segment
from ui.parts.surface import Surface
from ui.parts.tap import Tap
from ui.stage import Stage

HELP_ICON = 56


def languages(stage: Stage, codes: Sequence[str], *, is_full: bool = False) -> Segment:
    """Return the choice between languages, the present one chosen."""
    words = stage.words
    options = [Option(code, code.upper(), words(f"language.{code}")) for code in codes]
    return Segment(stage.look, options, words.language, is_full=is_full)


def help_tap(stage: Stage) -> Tap:
    """Return the question mark; low down it has room for its word."""
    look, words = stage.look, stage.words
    things: list[Thing] = [Icon(look, "help", px=HELP_ICON)]
    if stage.is_low:
        things.append(Label(look, words("help.question"), "label", wrap=False))
    return Tap(look, *things, kind="plain", name=words("header.help"), margins=NONE, is_centred=True)


class Tools(Surface):
    """Emits language_chosen(code) and help_asked()."""

    language_chosen = Signal(str)
    help_asked = Signal()

    def __init__(self, stage: Stage, codes: Sequence[str]) -> None:
        super().__init__("tools")
        look = stage.look
        help_ = help_tap(stage)
        help_.tapped.connect(self.help_asked)
        things: list[Thing] = [(help_, 1)]
        if len(codes) > 1:
            choice = languages(stage, codes, is_full=True)
            choice.chosen.connect(self.language_chosen)
            things.insert(0, (choice, 1))
        side = look.size["margin"] // 2
        self.setLayout(across(*things, gap=look.space["s"], margins=(side, 0, side, look.space["s"])))
