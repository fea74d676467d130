"""Seconds that can be seen running out: a ring and a number."""

from ui.parts.ring import Ring
from ui.tokens import Look


class Countdown(Ring):
    """whole: the seconds it starts with. It doesn't count by itself: who owns the clock tells it."""

    def __init__(self, look: Look, whole: int, px: int) -> None:
        super().__init__(look, px, "brick")
        self.whole = whole
        self.show_left(whole)

    def show_left(self, seconds: int) -> None:
        self.show_part(seconds / self.whole if self.whole else 0.0, str(max(seconds, 0)))
