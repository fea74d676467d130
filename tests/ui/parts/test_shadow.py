"""The shadow is even at every scale: Qt's own blur drew blocks on screens that are scaled down."""

import os
import subprocess
import sys

import pytest

PAINTED = """
from PySide6.QtWidgets import QApplication
from ui.parts.surface import Surface, lift
from ui.parts.arrange import column
from ui.stylesheet import stylesheet
from ui.tokens import Face, load_tokens
app = QApplication([]); app.setStyle("Fusion")
look = load_tokens().look(Face.TERMINAL)
part = Surface("veil")
lift(part, look)
window = Surface("window", column((part, 1), margins=(60, 60, 60, 60)))
window.setStyleSheet(stylesheet(look))
window.resize(600, 300)
picture = window.grab().toImage()
factor = picture.width() / 600
below = round(245 * factor)
print({picture.pixelColor(x, below).name() for x in range(round(120 * factor), round(480 * factor))})
print(picture.pixelColor(5, 5).name())
"""


@pytest.mark.parametrize("scale", ["0.437", "1", "1.25", "1.5"])
def test_it_is_even_at_every_scale(scale):
    """One colour along the edge, darker than the ground."""
    environ = {**os.environ, "QT_SCALE_FACTOR": scale, "QT_QPA_PLATFORM": "offscreen"}
    run = subprocess.run(
        [sys.executable, "-c", PAINTED], env=environ, capture_output=True, text=True, check=True
    )
    edge, ground = run.stdout.splitlines()

    assert 1 == edge.count("#")
    assert ground not in edge
