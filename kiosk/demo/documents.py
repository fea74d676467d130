"""Specimen identity documents: a page of facts, and a machine-readable zone in true proportions."""

from datetime import date
from functools import cache

from PIL import Image

from kiosk.demo.fictional import Fictional, Paper, PaperKind
from kiosk.demo.ornament import Area, rosette, silhouette, specimen, waves
from kiosk.demo.page import PAGES, PITCH, TITLES, Page, Palette, palette
from kiosk.demo.sheet import Sheet, colour, mix
from kiosk.demo.typefaces import Face
from kiosk.reading.frame import Pixels
from kiosk.reading.partial_date import PartialDate

INK = colour("#2B1A40")
ZONE_INK = colour("#16121A")
BRICK = colour("#C9664A")
WHITE = colour("#FFFFFF")
OCR_B_ADVANCE = 0.72297  # of the em, the same for every character
OCR_B_EM = PITCH / OCR_B_ADVANCE


def draw_document(student: Fictional) -> Pixels:
    """Return the side of the student's document that bears the zone, as (H, W, 3) uint8 BGR, 16 pixels a mm."""
    return draw(student.paper)


def draw(paper: Paper) -> Pixels:
    """Return this document as (H, W, 3) uint8 BGR, 16 pixels a millimetre."""
    page, colours = PAGES[paper.kind], palette(paper.kind, paper.state)
    sheet = Sheet(_blank(paper.kind, paper.state).copy())
    for row, facts in enumerate(_facts(paper)):
        for column, (caption, value) in zip(page.columns, facts, strict=False):
            _fact(sheet, page, colours, (column, page.first + row * page.step), caption, value, len(facts))
    for baseline, line in zip(page.baselines, paper.lines, strict=True):
        _zone_line(sheet, page.zone_left, baseline, line)
    return sheet.pixels()


def _facts(paper: Paper) -> tuple[tuple[tuple[str, str], ...], ...]:
    ends = (
        ("Délivrée le / Issued", _day(paper.issued))
        if paper.kind is PaperKind.OLD_CARD
        else (
            "Expire le / Expires",
            _day(paper.expiry),
        )
    )
    rows = (
        (("Nom / Surname", paper.surname.upper()),),
        (("Prénoms / Given names", paper.given_names),),
        (("Né(e) le / Born", _birth(paper.birth)), ends),
    )
    if PAGES[paper.kind].height < 60:
        return rows
    return (*rows, (("N° / Number", paper.number), ("Nationalité / Nationality", paper.nationality)))


def _day(day: date) -> str:
    return f"{day:%d.%m.%Y}"


def _birth(birth: PartialDate) -> str:
    parts = (("XX", birth.day), ("XX", birth.month), ("XXXX", birth.year))
    return ".".join(unknown if part is None else f"{part:02d}" for unknown, part in parts)


def _fact(
    sheet: Sheet, page: Page, colours: Palette, at: tuple[float, float], caption: str, value: str, across: int
) -> None:
    x, y = at
    right = page.columns[1] - 2 if across > 1 and x == page.columns[0] else page.width - 4
    sheet.text(x, y, caption, size=page.caption, fill=colours.band, face=Face.MEDIUM)
    sheet.text(
        x, y + page.value * 1.02, value, size=page.value, fill=INK, face=Face.SEMIBOLD, width=right - x
    )


def _zone_line(sheet: Sheet, left: float, baseline: float, line: str) -> None:
    """Write a line letter by letter, so that its pitch doesn't depend on rounding."""
    for place, letter in enumerate(line):
        sheet.text(left + place * PITCH, baseline, letter, size=OCR_B_EM, fill=ZONE_INK, face=Face.OCR_B)


@cache
def _blank(kind: PaperKind, state: str) -> Image.Image:
    page, colours = PAGES[kind], palette(kind, state)
    sheet = Sheet.fine(page.width, page.height, colours.paper)
    _decorate(sheet, page, colours, len(kind) + ord(state[0]))
    sheet.box(0, 0, page.width, page.header, fill=colours.band)
    sheet.box(0, page.header, page.width, page.header / 14, fill=BRICK)
    silhouette(sheet, page.photo, ground=mix(colours.paper, colours.figure, 0.35), figure=colours.figure)
    ground = mix(colours.paper, WHITE, 0.65)
    sheet.box(0, page.zone_top, page.width, page.height - page.zone_top, fill=ground)
    finished = Sheet(sheet.reduced())
    _head(finished, page, kind, state)
    return finished.image


def _decorate(sheet: Sheet, page: Page, colours: Palette, seed: int) -> None:
    tint = mix(colours.paper, colours.figure, 0.45)
    top, height = page.header, page.zone_top - page.header
    waves(sheet, Area(0, top, page.width, height), fill=tint, seed=seed)
    rosette(sheet, page.width * 0.86, top + height * 0.5, height * 0.46, fill=tint, petals=5 + seed % 5)
    across = Area(page.columns[0] - 2, top, page.width - page.columns[0], height)
    specimen(sheet, across, ink=BRICK, share=0.3, angle=14)


def _head(sheet: Sheet, page: Page, kind: PaperKind, state: str) -> None:
    """Write the title at the left, its translation and the issuer's code at the right."""
    title, translated = TITLES[kind]
    size, line = page.header * 0.44, page.header * 0.65
    room, issuer = page.width * 0.56, page.width - 4 - size * 2.9
    sheet.text(page.zone_left, line, f"{title} · spécimen", size=size, fill=WHITE, face=Face.BOLD, width=room)
    left = page.zone_left + room
    sheet.text(issuer, line, translated, size=size * 0.7, fill=WHITE, anchor="rs", width=issuer - left - 2)
    sheet.text(page.width - 4, line, state, size=size * 1.15, fill=WHITE, face=Face.BOLD, anchor="rs")
