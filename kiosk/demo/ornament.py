"""What specimens are decorated with: the campus' mark, a silhouette, waves, the word SPECIMEN."""

from dataclasses import dataclass
from math import cos, pi, radians, sin

from PIL import Image, ImageDraw

from kiosk.demo.sheet import Colour, Point, Sheet
from kiosk.demo.typefaces import Face, font

PETALS = (36, -36, 108, -108, 180)  # degrees from upright
SPECIMEN = "SPÉCIMEN"


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle on a sheet, in millimetres."""

    x: float
    y: float
    width: float
    height: float


def violet(
    sheet: Sheet, x: float, y: float, radius: float, *, petal: Colour, rim: Colour, heart: Colour
) -> None:
    """Draw the mark of the fictional university: a flower of five petals."""
    for angle in PETALS:
        sheet.polygon(_petal(x, y, radius, radians(angle), 0.37), fill=rim)
        sheet.polygon(_petal(x, y, radius * 0.97, radians(angle), 0.32), fill=petal)
    sheet.oval(x, y, radius * 0.2, radius * 0.2, fill=heart)


def _petal(x: float, y: float, radius: float, angle: float, plump: float) -> list[Point]:
    turns = [step * pi / 24 for step in range(48)]
    ellipse = [(radius * plump * cos(turn), radius * (0.46 * sin(turn) - 0.5)) for turn in turns]
    return [(x + a * cos(angle) - b * sin(angle), y + a * sin(angle) + b * cos(angle)) for a, b in ellipse]


def silhouette(sheet: Sheet, area: Area, *, ground: Colour, figure: Colour, radius: float = 1.5) -> None:
    """Draw a head and shoulders that are nobody's."""
    scale = sheet.px_per_mm
    frame = Sheet(Image.new("RGB", (round(area.width * scale), round(area.height * scale)), ground), scale)
    middle, wide = area.width / 2, area.width
    frame.oval(middle, area.height * 1.02, wide * 0.42, area.height * 0.36, fill=figure)
    frame.box(
        middle - wide * 0.1,
        area.height * 0.5,
        wide * 0.2,
        area.height * 0.24,
        fill=figure,
        radius=wide * 0.08,
    )
    frame.oval(middle, area.height * 0.38, wide * 0.21, wide * 0.26, fill=ground)
    frame.oval(middle, area.height * 0.38, wide * 0.2, wide * 0.25, fill=figure)
    mask = Image.new("L", frame.image.size)
    ImageDraw.Draw(mask).rounded_rectangle((0, 0, mask.width - 1, mask.height - 1), radius * scale, 255)
    sheet.lay(area.x, area.y, frame.image, mask)


def waves(sheet: Sheet, area: Area, *, fill: Colour, seed: int, lines: int = 26) -> None:
    """Draw a ribbon of fine interlaced waves across an area."""
    columns = [area.x + area.width * step / 160 for step in range(161)]
    for order in range(lines):
        phase, share = seed * 0.9 + order * 0.13, order / (lines - 1)
        points = [(x, area.y + area.height * _height(x - area.x, phase, share)) for x in columns]
        sheet.line(points, fill=fill, width=0.09)


def _height(x: float, phase: float, share: float) -> float:
    swing = 0.34 * sin(x / 17 + phase) + 0.12 * sin(x / 6.5 - 2 * phase)
    return 0.5 + (share - 0.5) * (0.35 + 0.65 * cos(x / 23 + phase / 3) ** 2) + swing * 0.6


def rosette(sheet: Sheet, x: float, y: float, radius: float, *, fill: Colour, petals: int) -> None:
    """Draw turned loops around a point, as engraved ornaments have."""
    for order in range(14):
        reach, turn = radius * (0.35 + 0.65 * order / 13), order * 0.09
        angles = [step * pi / 120 for step in range(241)]
        rims = [reach * (0.82 + 0.18 * cos(petals * (angle + turn))) for angle in angles]
        loop = [(x + rim * cos(angle), y + rim * sin(angle)) for rim, angle in zip(rims, angles, strict=True)]
        sheet.line(loop, fill=fill, width=0.08)


def specimen(sheet: Sheet, area: Area, *, ink: Colour, share: float, angle: float = 16) -> None:
    """Write SPÉCIMEN as large as an area allows, as a tint through which the rest stays legible."""
    length, along, across = (
        font(Face.BOLD, 100).getlength(SPECIMEN) / 100,
        cos(radians(angle)),
        sin(radians(angle)),
    )
    em = sheet.px_per_mm * min(
        area.width / (length * along + across), area.height / (length * across + along)
    )
    lettering = font(Face.BOLD, int(em))
    letters = Image.new("L", (int(length * em), int(em)))
    ImageDraw.Draw(letters).text((0, em * 0.86), SPECIMEN, round(255 * share), lettering, anchor="ls")
    turned = letters.rotate(angle, Image.Resampling.BILINEAR, expand=True)
    left = area.x + (area.width - turned.width / sheet.px_per_mm) / 2
    top = area.y + (area.height - turned.height / sheet.px_per_mm) / 2
    sheet.lay(left, top, ink, turned)
