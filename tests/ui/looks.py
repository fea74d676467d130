"""The looks and stages that tests draw with."""

from ui.stage import Stage
from ui.tokens import Face, Theme, load_tokens
from ui.words import load_words

LIGHT = load_tokens().look(Face.TERMINAL)
STILL = load_tokens().look(Face.TERMINAL, less_motion=True)
LARGE = load_tokens().look(Face.TERMINAL, scale=2.0)
CONTRAST = load_tokens().look(Face.TERMINAL, Theme.CONTRAST)
STAGE = Stage(STILL, load_words("en"))
