"""The student card of the fictional university."""

from functools import cache

from PIL import Image

from kiosk.demo import symbols
from kiosk.demo.fictional import Fictional, StudentCard
from kiosk.demo.ornament import Area, silhouette, specimen, violet, waves
from kiosk.demo.sheet import Sheet, colour, mix
from kiosk.demo.typefaces import Face
from kiosk.reading.frame import Pixels

WIDTH, HEIGHT = 85.6, 54.0  # ISO/IEC 7810 ID-1
HEADER = 13.5
PHOTO = Area(5, 19, 19, 24.5)
TEXT_LEFT, TEXT_RIGHT = 29.0, WIDTH - 5
BARS = Area(TEXT_LEFT, 39.5, 51, 9.5)

INK = colour("#2B1A40")
SOFT = colour("#54436A")
PRIMARY = colour("#5C2D85")
BRICK = colour("#C9664A")
PAPER = colour("#FDFBFE")
WHITE = colour("#FFFFFF")


def draw_card(student: Fictional) -> Pixels:
    """Return the student's card as (H, W, 3) uint8 BGR, about 1370 pixels wide."""
    return draw(student.card)


def draw(card: StudentCard) -> Pixels:
    """Return this card as (H, W, 3) uint8 BGR."""
    sheet = Sheet(_blank(card.university).copy())
    _names(sheet, card)
    if card.esc is not None:
        sheet.box(TEXT_RIGHT - 18.4, 15.8, 19.8, 19.4, fill=PAPER, radius=1)
        symbols.place(sheet, symbols.qr_code(card.esc), x=TEXT_RIGHT - 17, y=17.2, width=17)
    symbols.place(
        sheet, symbols.code_128(card.barcode), x=BARS.x, y=BARS.y, width=BARS.width, height=BARS.height
    )
    return sheet.pixels()


def _names(sheet: Sheet, card: StudentCard) -> None:
    room = TEXT_RIGHT - TEXT_LEFT - (20 if card.esc else 0)
    surname = card.surname.upper()
    sheet.text(TEXT_LEFT, 24.6, surname, size=5.2, fill=INK, face=Face.BOLD, width=room)
    sheet.text(TEXT_LEFT, 30.1, card.given_name, size=4.5, fill=INK, face=Face.MEDIUM, width=room)
    sheet.text(TEXT_LEFT, 36.2, "N° étudiant", size=2.9, fill=SOFT, face=Face.MEDIUM)
    number = f"{card.number[:2]} {card.number[2:5]} {card.number[5:]}"
    sheet.text(TEXT_LEFT + 17.2, 36.2, number, size=4.0, fill=INK, face=Face.SEMIBOLD, width=room - 17.2)
    if card.barcode != card.number:
        sheet.text(TEXT_RIGHT, 51.6, card.barcode, size=2.2, fill=SOFT, anchor="rs")


@cache
def _blank(university: str) -> Image.Image:
    sheet = Sheet.fine(WIDTH, HEIGHT, PAPER)
    waves(sheet, Area(24, HEADER, WIDTH - 24, 26), fill=mix(PAPER, PRIMARY, 0.1), seed=4)
    specimen(sheet, Area(26, 15, WIDTH - 28, 25), ink=BRICK, share=0.27, angle=12)
    sheet.box(0, 0, WIDTH, HEADER, fill=PRIMARY)
    sheet.box(0, HEADER, WIDTH, 1.1, fill=BRICK)
    violet(sheet, 10.4, HEADER / 2, 4.8, petal=WHITE, rim=PRIMARY, heart=BRICK)
    silhouette(sheet, PHOTO, ground=colour("#E7DDF0"), figure=colour("#9A7FB4"))
    sheet.box(BARS.x - 3, BARS.y - 0.6, WIDTH, 20, fill=PAPER)
    finished = Sheet(sheet.reduced())
    _print(finished, university)
    return finished.image


def _print(sheet: Sheet, university: str) -> None:
    sheet.text(18, 6.2, university, size=4.4, fill=WHITE, face=Face.BOLD)
    sheet.text(18, 10.9, "Carte d’étudiant · spécimen", size=3.2, fill=WHITE, face=Face.MEDIUM)
    sheet.text(TEXT_RIGHT, 10.9, "2026–2027", size=3.2, fill=WHITE, face=Face.SEMIBOLD, anchor="rs")
    sheet.text(PHOTO.x + PHOTO.width / 2, 48.6, "SPÉCIMEN", size=2.9, fill=BRICK, face=Face.BOLD, anchor="ms")
