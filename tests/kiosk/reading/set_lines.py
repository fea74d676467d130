"""Lines set on paper for a test, where they stand, and a look at them."""

from importlib.resources import as_file, files

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from kiosk.reading.mrz_look import glance_at, look_at
from kiosk.reading.mrz_strips import TextLine

TD3 = ("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10")
TD1 = ("I<UTOD231458907<<<<<<<<<<<<<<<", "7408122F1204159UTO<<<<<<<<<<<6", "ERIKSSON<<ANNA<MARIA<<<<<<<<<<")
MRVA = ("V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L8988901C4XXX4009078F96121096ZE184226B<<<<<<")
LICENCE = ("D1FRA13AA000026181231MARTIN<<9",)
PITCH = 20.0
LEFT, TOP = 150, 300
SPACING = 50
CLOSE = 32  # as on some cards


def a_page(lines, spacing=SPACING):
    """Draw lines on paper, (720, 1280) uint8; the first stands on the baseline TOP."""
    with as_file(files("resources.fonts") / "OCRB.otf") as path:
        advance = ImageFont.truetype(str(path), 100).getlength("H")
        font = ImageFont.truetype(str(path), 100 * PITCH / advance)
    picture = Image.new("L", (1280, 720), 210)
    for number, line in enumerate(lines):
        ImageDraw.Draw(picture).text((LEFT, TOP + number * spacing), line, font=font, fill=30, anchor="ls")
    return np.asarray(picture)


def place(number, length, first=0, last=None, spacing=SPACING):
    """Where a line's characters stand, from the first to the last of those given."""
    y = TOP + number * spacing - PITCH / 2
    ends = LEFT + first * PITCH, LEFT + (length if last is None else last) * PITCH
    return TextLine(np.array([ends[0], y]), np.array([ends[1], y]), PITCH)


def look(page, lines, network):
    """Look at lines of a page if they make sense at a glance."""
    block = glance_at(page, lines, network)
    return block and look_at(page, block, network)


class Counted:
    """A network, and how often it was asked."""

    def __init__(self, network):
        self.network, self.runs = network, 0

    def run(self, strips):
        self.runs += 1
        return self.network.run(strips)
