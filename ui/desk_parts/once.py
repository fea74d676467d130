"""A double click, a double Enter, a bounce: one effect."""

from PySide6.QtCore import QElapsedTimer

from ui.parts.tap import DOUBLE_STRIKE_MS


class Once:
    """Lets the same thing pass once in a while; another thing passes at once."""

    def __init__(self, within_ms: int = DOUBLE_STRIKE_MS) -> None:
        self.within_ms = within_ms
        self.since = QElapsedTimer()
        self.last: object = None

    def passes(self, thing: object) -> bool:
        is_again = self.since.isValid() and self.since.elapsed() < self.within_ms and thing == self.last
        if not is_again:
            self.last = thing
            self.since.start()
        return not is_again
