"""Pictures that should not be read, or not as they stand: what people really hold to a camera.

Every picture is (H, W, 3) uint8 BGR. Those of papers are flat, as `draw` gives them; `on_desk` makes frames.
"""

from dataclasses import replace
from datetime import date
from random import Random

import numpy as np

from kiosk.demo import cards, documents, issuing
from kiosk.demo.desk import WOOD, WOOD_DARK, desk
from kiosk.demo.fictional import Paper, PaperKind, StudentCard
from kiosk.demo.issuing import Holder, Validity
from kiosk.demo.lens import glared, grainy, lit
from kiosk.demo.sheet import mix
from kiosk.reading.frame import Pixels
from kiosk.reading.opencv import cv2
from kiosk.reading.partial_date import PartialDate

WIDTH, HEIGHT = 1280, 720
SHARE = 0.86
TORN_GROUND = mix(WOOD, WOOD_DARK, 0.6)[::-1]  # as if the desk showed
SOMEONE = Holder(
    surname="Exemple",
    given_names=("Camille",),
    sex="F",
    birth=PartialDate(2004, 5, 17),
    nationality="FRA",
)


def on_desk(*pictures: Pixels, turn: float = 1.5, share: float = SHARE, variant: int = 0) -> Pixels:
    """Return a frame of 1280 x 720 in which the pictures lie side by side, turned by so many degrees.

    share: of its part of the frame that a picture may fill.
    """
    frame = desk(WIDTH, HEIGHT, variant).copy()
    room = WIDTH / len(pictures)
    for place, picture in enumerate(pictures):
        rows, columns = picture.shape[:2]
        scale = share * min(room / columns, HEIGHT / rows)
        size = (max(1, round(columns * scale)), max(1, round(rows * scale)))
        small = cv2.resize(picture, size, interpolation=cv2.INTER_AREA)
        _lay(frame, np.asarray(small, np.uint8), (room * (place + 0.5), HEIGHT / 2), turn)
    return grainy(frame, variant)


def _lay(frame: Pixels, picture: Pixels, middle: tuple[float, float], turn: float) -> None:
    """Lay the picture on the frame around its middle."""
    rows, columns = picture.shape[:2]
    matrix = cv2.getRotationMatrix2D((columns / 2, rows / 2), turn, 1)
    matrix[:, 2] += (middle[0] - columns / 2, middle[1] - rows / 2)
    mask = cv2.warpAffine(np.full((rows, columns), 255, np.uint8), matrix, (WIDTH, HEIGHT))
    laid = cv2.warpAffine(picture, matrix, (WIDTH, HEIGHT))
    frame[mask > 127] = laid[mask > 127]


def two_documents(one: Pixels, other: Pixels) -> Pixels:
    """Return a frame that shows both."""
    return on_desk(one, other)


def too_far(picture: Pixels) -> Pixels:
    """Return a frame in which the picture is too small to be read."""
    return on_desk(picture, share=0.14)


def upside_down(picture: Pixels) -> Pixels:
    return np.ascontiguousarray(picture[::-1, ::-1])


def torn(picture: Pixels, seed: int = 0) -> Pixels:
    """Return the picture without its lower right corner: every line of a zone and every barcode loses its end."""
    rows, columns = picture.shape[:2]
    rng = np.random.default_rng(seed)
    steps = np.linspace(0, 1, 24)
    x = columns * (1 - 0.42 * steps) + rng.normal(0, columns * 0.008, 24)
    y = rows * (0.3 + 0.72 * steps) + rng.normal(0, rows * 0.01, 24)
    tear = np.column_stack([x, y])
    outside = np.array([[columns * 1.1, y[0]], *tear, [columns * 1.1, rows * 1.1]])
    spoiled = picture.copy()
    cv2.fillPoly(spoiled, [outside.astype(np.int32)], TORN_GROUND, cv2.LINE_AA)
    cv2.polylines(
        spoiled, [tear.astype(np.int32)], False, (245, 245, 245), max(2, columns // 250), cv2.LINE_AA
    )
    return spoiled


def dark(frame: Pixels) -> Pixels:
    """Return the frame as a dim room shows it."""
    return grainy(lit(frame, 0.07), 1)


def washed_out(frame: Pixels) -> Pixels:
    """Return the frame with its light burnt out."""
    return np.asarray(cv2.convertScaleAbs(frame, alpha=2.6, beta=60))


def blurred(frame: Pixels, sigma: float = 9.0) -> Pixels:
    return np.asarray(cv2.GaussianBlur(frame, (0, 0), sigma))


def glare(frame: Pixels) -> Pixels:
    """Return the frame with a lamp mirrored where a zone or a barcode usually stands."""
    rows, columns = frame.shape[:2]
    return glared(frame, columns * 0.55, rows * 0.74, columns * 0.17, 1.6)


def other_side(paper: Paper) -> Pixels:
    """Return the document without its zone, as its other side would be."""
    return documents.draw(replace(paper, lines=("",) * len(paper.lines)))


def expired_passport(today: date) -> Paper:
    """Return a passport that ended a year ago."""
    validity = Validity(today.replace(year=today.year - 11, day=1), today.replace(year=today.year - 1, day=1))
    return issuing.issue(Random("expired"), PaperKind.PASSPORT, SOMEONE, validity)


def foreign_card(today: date, state: str = "ESP") -> Paper:
    """Return another state's identity card, in force."""
    dice = Random(f"foreign/{state}")
    holder = replace(SOMEONE, surname="Muñoz Peña", nationality=state)
    validity = issuing.in_force(dice, PaperKind.FOREIGN_CARD, date(2004, 5, 17), today)
    return issuing.issue(dice, PaperKind.FOREIGN_CARD, holder, validity)


def other_university_card() -> Pixels:
    """Return a card of another fictional university, whose 14 digits end in no number of this register."""
    return cards.draw(
        StudentCard(
            number="90004217",
            surname="Exemple",
            given_name="Camille",
            barcode="23117590004217",
            university="Université fictive du Canal",
        )
    )
