"""What every screen, panel and part is made with."""

from dataclasses import dataclass

from ui.tokens import Look
from ui.words import Words


@dataclass(frozen=True, slots=True)
class Stage:
    """A window's look and language. is_wide: landscape, two columns."""

    look: Look
    words: Words
    is_wide: bool = False
