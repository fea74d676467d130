"""The bottom of every terminal screen: call staff, more time, finish and erase; always in this order."""

from PySide6.QtCore import Qt, Signal

from ui.parts.arrange import Thing, across, column
from ui.parts.icon import Icon
from ui.parts.label import Label
from ui.parts.surface import Surface
from ui.parts.tap import Tap
from ui.stage import Stage

ICON = 36


class Footer(Surface):
    """Emits staff_called(), more_time_asked(), finish_asked(). is_idle: nobody's visit, so nothing to finish."""

    staff_called = Signal()
    more_time_asked = Signal()
    finish_asked = Signal()

    def __init__(self, stage: Stage, *, is_idle: bool = False) -> None:
        super().__init__("footer")
        self.staff = _tap(stage, "bell", "staff", "plain")
        self.staff.tapped.connect(self.staff_called)
        self.taps = [self.staff]
        if not is_idle:
            self.time = _tap(stage, "clock", "time", "plain")
            self.time.tapped.connect(self.more_time_asked)
            self.finish = _tap(stage, "erase", "finish", "danger")
            self.finish.tapped.connect(self.finish_asked)
            self.taps += [self.time, self.finish]
        edge = stage.look.space["s"] - 4 if stage.is_wide else stage.look.space["m"] - 4
        gap, side = stage.look.space["s"], stage.look.size["margin"] // 2
        shares: list[Thing] = [(tap, len(tap.accessibleName()) + 6) for tap in self.taps]
        self.setLayout(across(*shares, gap=gap, margins=(side, edge, side, edge)))


def _tap(stage: Stage, icon: str, key: str, kind: str) -> Tap:
    look, words = stage.look, stage.words
    picture = Icon(look, icon, px=ICON, colour="bad" if kind == "danger" else "primary")
    word = Label(
        look, words(f"footer.{key}_short" if look.is_large else f"footer.{key}"), "label", wrap=False
    )
    is_stacked = look.scale > 1.6 and not stage.is_wide  # beside each other they would be too wide
    if is_stacked:
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
