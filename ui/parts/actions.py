"""The actions of a screen: one primary, and what else one may do."""

from collections.abc import Sequence

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QBoxLayout

from ui.fonts import font
from ui.parts.arrange import Thing, across
from ui.parts.icon import Icon
from ui.parts.label import Label
from ui.parts.surface import lift
from ui.parts.tap import Tap
from ui.tokens import Look

AROUND_WORDS = 140  # pixels of a quiet action besides its words: icon, gap and padding


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


def quiet_actions(look: Look, taps: Sequence[Tap], width: int) -> list[QBoxLayout]:
    """Return the taps in rows, as many in one as their words leave room for in so many pixels.

    One under the other, the first is the lowest: the way back.
    """
    measure = QFontMetrics(font(look.text["lead"], 600))
    needs = [measure.horizontalAdvance(tap.accessibleName()) + AROUND_WORDS for tap in taps]
    rows: list[list[tuple[Tap, int]]] = []
    for tap, need in zip(taps, needs, strict=True):
        if rows and sum(each + look.space["s"] for _, each in rows[-1]) + need <= width:
            rows[-1].append((tap, need))
        else:
            rows.append([(tap, need)])
    if len(rows) == len(taps):
        rows.reverse()
    return [across(*row, gap=look.space["s"]) for row in rows]


def _worded(look: Look, words: str, picture: list[Icon]) -> list[Thing]:
    """Return words and icon. Large words may take two lines, and then need all the room there is."""
    label = Label(look, words, "button", wrap=look.is_large, align="center")
    return [(label, 1) if look.is_large else label, *picture]
