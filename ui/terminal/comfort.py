"""How a visitor wants to see the screen; forgotten with the visitor."""

from dataclasses import dataclass, replace

from ui.stage import Stage
from ui.terminal.voice import Loudness
from ui.tokens import Face, Look, Theme, load_tokens
from ui.words import load_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Comfort:
    """is_low: what is touched stands where a seated visitor reaches it."""

    scale: float = 1.0
    theme: Theme = Theme.LIGHT
    less_motion: bool = False
    is_low: bool = False
    loudness: Loudness = Loudness.SILENT

    @property
    def is_spoken(self) -> bool:
        return self.loudness is not Loudness.SILENT

    def stage(self, language: str, *, is_wide: bool) -> Stage:
        """Return what screens are made with. A wide screen is low enough for everybody."""
        return Stage(self.look(), load_words(language), is_wide, is_low=self.is_low and not is_wide)

    def turned(self) -> "Comfort":
        """Return the same with everything that is touched moved down, or up again."""
        return replace(self, is_low=not self.is_low)

    def look(self) -> Look:
        return load_tokens().look(Face.TERMINAL, self.theme, scale=self.scale, less_motion=self.less_motion)
