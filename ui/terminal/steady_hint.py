"""A hint that is worth reading: one frame's opinion isn't."""

ENOUGH = 2  # readings in a row


class SteadyHint:
    """Follows the hints of single frames; changes when several in a row agree on another."""

    def __init__(self) -> None:
        self.shown: str | None = None
        self._next: str | None = None
        self._count = 0

    def feed(self, hint: str | None) -> str | None:
        """Take a frame's hint; return what to show."""
        self._count = self._count + 1 if hint == self._next else 1
        self._next = hint
        if self._count >= ENOUGH:
            self.shown = hint
        return self.shown
