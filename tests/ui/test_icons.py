import re
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from ui.icons import draw_icon

ICONS = sorted((Path(__file__).parents[2] / "resources/icons").glob("*.svg"))


def drawn(name: str, colour: str) -> QImage:
    image = QImage(48, 48, QImage.Format.Format_RGB32)
    image.fill(QColor("#FFFFFF"))
    with QPainter(image) as painter:
        draw_icon(painter, name, QRectF(0, 0, 48, 48), colour)
    return image


@pytest.mark.parametrize("file", ICONS, ids=lambda file: file.stem)
def test_every_icon_is_drawn_in_the_colour_asked(qapp, file):
    """An icon paints something, in the given colour and in no other hue."""
    image = drawn(file.stem, "#0000FF")
    colours = {image.pixelColor(x, y).getRgb()[:3] for x in range(48) for y in range(48)}

    assert (0, 0, 255) in colours
    assert {rgb[:2] for rgb in colours} == {(rgb[0], rgb[0]) for rgb in colours}


@pytest.mark.parametrize("file", ICONS, ids=lambda file: file.stem)
def test_every_icon_is_of_one_family(file):
    """One grid, one stroke, and no colour of its own."""
    svg = file.read_text("utf-8")

    assert 'viewBox="0 0 24 24"' in svg
    assert {"1.8"} == set(re.findall(r'stroke-width="([^"]+)"', svg))
    assert "#" not in svg


def test_an_icon_that_is_not_there_is_a_bug(qapp):
    """A misspelt name is found when it is drawn, not passed over."""
    with pytest.raises(FileNotFoundError):
        drawn("no_such_icon", "#000000")
