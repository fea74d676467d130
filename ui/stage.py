"""What every screen, panel and part is made with."""

from dataclasses import dataclass

from ui.tokens import Look
from ui.words import Words

# Of an upright window's height, from below, what a seated visitor reaches: 1.20 m from the floor, the lower of 1.22 m
# (EN 301 549, 8.3) and of 1.30 m (French buildings), where the lower edge of a 32-inch screen is 0.77 m up.
LOW_REACH = 0.6


@dataclass(frozen=True, slots=True)
class Stage:
    """A window's look and language. is_wide: landscape, two columns. is_low: what is touched stands in LOW_REACH."""

    look: Look
    words: Words
    is_wide: bool = False
    is_low: bool = False

    @property
    def is_brief(self) -> bool:
        """Return whether explanations give way: to large words, or to what moved down."""
        return self.look.is_large or self.is_low

    @property
    def edge(self) -> int:
        """Return how far from the upper and lower edge of a terminal's glass is what is touched, in pixels."""
        return self.look.space["s" if self.is_wide else "m"] - 4


def out_of_reach(height: int) -> int:
    """Return how much of an upright window is too high for a seated visitor: pixels from its upper edge."""
    return height - round(height * LOW_REACH)
