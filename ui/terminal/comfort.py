"""How a visitor wants to see the screen; forgotten with the visitor."""

from dataclasses import dataclass

from ui.terminal.voice import Loudness
from ui.tokens import Face, Look, Theme, load_tokens


@dataclass(frozen=True, slots=True, kw_only=True)
class Comfort:
    scale: float = 1.0
    theme: Theme = Theme.LIGHT
    less_motion: bool = False
    loudness: Loudness = Loudness.SILENT

    @property
    def is_spoken(self) -> bool:
        return self.loudness is not Loudness.SILENT

    def look(self) -> Look:
        return load_tokens().look(Face.TERMINAL, self.theme, scale=self.scale, less_motion=self.less_motion)
