"""What is read must be readable: by the pairs in tokens.toml, and by what the screens really paint."""

from itertools import product

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel

from ui.gallery.examples import EXAMPLES
from ui.gallery.setting import Setting, show
from ui.tokens import Face, Theme, load_tokens

# Source: WCAG 2.2, 1.4.6 (AAA) for what is read as sentences, 1.4.3 (AA) for other words, 1.4.11 for edges.
LEAST = {"body": 7.0, "text": 4.5, "graphic": 3.0}
LEAST_LARGE = 3.0  # WCAG 2.2, 1.4.3: from 24 px, or 18.5 px bold; every word of the terminal is larger
PAIRS = [(use, *pair.split("/")) for use, pairs in load_tokens().pairs.items() for pair in pairs]


def luminance(colour: str) -> float:
    """Return the relative luminance of "#RRGGBB", 0 to 1."""
    shares = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return sum(weight * share for weight, share in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(("theme", "pair"), list(product(Theme, PAIRS)), ids=str)
def test_a_pair_of_colours_is_readable(theme, pair):
    """Every pair that tokens.toml promises reaches its level in every theme."""
    use, text, ground = pair
    colour = load_tokens().look(Face.TERMINAL, theme).colour

    assert contrast(colour[text], colour[ground]) >= LEAST[use]


def test_the_measure_knows_black_on_white():
    """Black on white is 21 to 1; a colour on itself 1 to 1."""
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#5C2D85", "#5C2D85") == pytest.approx(1)


@pytest.mark.parametrize(("theme", "name"), list(product(Theme, EXAMPLES)))
def test_what_a_screen_paints_is_readable(qtbot, theme, name):
    """Each label's colour, against the ground that was really painted behind it, reaches 4.5 to 1."""
    shell = show(EXAMPLES[name], Setting(theme=theme, language="en"))
    qtbot.addWidget(shell)
    picture = shell.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    low = []
    for label in shell.findChildren(QLabel):
        if label.isVisible() and label.accessibleName():
            place = QRect(label.mapTo(shell, QPoint(0, 0)), label.size())
            ratio = contrast(label.palette().windowText().color().name(), ground(picture, place))
            if ratio < LEAST["text"]:
                low.append(f"{label.accessibleName()}: {ratio:.1f}")

    assert low == []


def ground(picture: QImage, place: QRect) -> str:
    """Return the colour that most of a place has."""
    part = picture.copy(place)
    pixels = np.frombuffer(part.constBits(), np.uint32).reshape(part.height(), -1)[::2, : part.width() : 2]
    values, counts = np.unique(pixels & 0xFFFFFF, return_counts=True)
    return f"#{values[counts.argmax()]:06x}"
