"""The bottom of every terminal screen: call staff, more time, finish and erase; always in this order."""

from PySide6.QtCore import Qt, Signal

from ui.parts.arrange import Thing, across, column
from ui.parts.icon import Icon
from ui.parts.label import Label
from ui.parts.surface import Surface
from ui.parts.tap import Tap
from ui.stage import Stage

ICON = 36
AROUND = 4  # letters that the rest of a button is as wide as
WAYS = ("lower", "higher")  # whose names say more than there is room for


class Footer(Surface):
    """Emits staff_called(), reach_asked(), more_time_asked(), finish_asked().

    is_idle: nobody's visit, so nothing to finish. Only an upright window reaches too high for some.
    """

    staff_called = Signal()
    reach_asked = Signal()
    more_time_asked = Signal()
    finish_asked = Signal()

    def __init__(self, stage: Stage, *, is_idle: bool = False) -> None:
        super().__init__("footer")
        self.staff = _tap(stage, "bell", "staff", "plain")
        self.staff.tapped.connect(self.staff_called)
        self.taps = [self.staff]
        if not stage.is_wide:
            way = "higher" if stage.is_low else "lower"
            self.reach = _tap(stage, way, way, "plain")
            self.reach.tapped.connect(self.reach_asked)
            self.taps.append(self.reach)
        if not is_idle:
            self.time = _tap(stage, "clock", "time", "plain")
            self.time.tapped.connect(self.more_time_asked)
            self.finish = _tap(stage, "erase", "finish", "danger")
            self.finish.tapped.connect(self.finish_asked)
            self.taps += [self.time, self.finish]
        gap, side = stage.look.space["s"], stage.look.size["margin"] // 2
        shares: list[Thing] = [(tap, _letters(tap)) for tap in self.taps]
        self.setLayout(across(*shares, gap=gap, margins=(side, stage.edge, side, stage.edge)))


def _letters(tap: Tap) -> int:
    """Return how many letters a button is as wide as: those of its word, and what is around it."""
    return sum(len(label.words) for label in tap.findChildren(Label)) + AROUND


def _tap(stage: Stage, icon: str, key: str, kind: str) -> Tap:
    look, words = stage.look, stage.words
    picture = Icon(look, icon, px=ICON, colour="bad" if kind == "danger" else "primary")
    said = words(f"footer.{key}_short") if look.is_large or key in WAYS else words(f"footer.{key}")
    word = Label(look, said, "label", wrap=False)
    if not stage.is_wide:  # beside each other they would be too wide
        middle = Qt.AlignmentFlag.AlignHCenter
        stack = column(picture, word)
        stack.setAlignment(picture, middle)
        stack.setAlignment(word, middle)
        return Tap(
            look, stack, kind=kind, name=words(f"footer.{key}"), margins=(8, 10, 8, 4), is_centred=True
        )
    return Tap(
        look,
        picture,
        word,
        kind=kind,
        name=words(f"footer.{key}"),
        gap=8,
        margins=(12, 8, 12, 8),
        is_centred=True,
    )
