"""The actions of a screen: one primary, and what else one may do."""

from ui.parts.arrange import Thing
from ui.parts.icon import Icon
from ui.parts.label import Label
from ui.parts.surface import lift
from ui.parts.tap import Tap
from ui.tokens import Look


def primary(look: Look, words: str, icon: str = "", *, height: int | None = None) -> Tap:
    """Return the one violet button of a screen."""
    picture = [Icon(look, icon, px=round(look.text["button"] * 1.1), colour="on_primary")] if icon else []
    tap = Tap(
        look,
        *_worded(look, words, picture),
        kind="primary",
        name=words,
        height=height or look.size["primary"],
        is_centred=not look.is_large,
    )
    lift(tap, look)
    return tap


def secondary(look: Look, words: str, icon: str = "", *, kind: str = "secondary") -> Tap:
    """Return a quiet button. kind "danger" for what can't be taken back."""
    colour = "bad" if kind == "danger" else "primary"
    picture = [Icon(look, icon, colour=colour)] if icon else []
    return Tap(
        look,
        *reversed(_worded(look, words, picture)),
        kind=kind,
        name=words,
        height=look.size["secondary"],
        is_centred=not look.is_large,
    )


def _worded(look: Look, words: str, picture: list[Icon]) -> list[Thing]:
    """Return words and icon. Large words may take two lines, and then need all the room there is."""
    label = Label(look, words, "button", wrap=look.is_large, align="center")
    return [(label, 1) if look.is_large else label, *picture]
