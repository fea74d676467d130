"""Specimen documents: sizes and the proportions of the zone."""

from dataclasses import replace

import numpy as np
import pytest

from kiosk.demo.campus import students
from kiosk.demo.documents import draw, draw_document
from kiosk.demo.fictional import PaperKind
from kiosk.demo.page import PAGES, PITCH
from kiosk.demo.sheet import PX_PER_MM

CAMPUS = students(count=60)
SIZES = {
    PaperKind.CARD: (85.6, 54),
    PaperKind.FOREIGN_CARD: (85.6, 54),
    PaperKind.RESIDENCE_PERMIT: (85.6, 54),
    PaperKind.OLD_CARD: (105, 74),
    PaperKind.FOREIGN_CARD_TD2: (105, 74),
    PaperKind.PASSPORT: (125, 88),
}


def of_kind(kind):
    return next(student for student in CAMPUS if student.paper.kind is kind)


def ink_columns(picture, baseline):
    """Return the columns of the dark letters that stand on this baseline."""
    rows = slice(round((baseline - 2.4) * PX_PER_MM), round(baseline * PX_PER_MM))
    return np.flatnonzero((picture[rows].max(axis=2) < 90).any(axis=0))


@pytest.mark.parametrize("kind", PaperKind)
def test_a_document_has_its_true_size(kind):
    """ID-1, ID-2 or a passport page, at 16 pixels a millimetre."""
    width, height = SIZES[kind]

    assert (round(height * PX_PER_MM), round(width * PX_PER_MM), 3) == draw_document(of_kind(kind)).shape


@pytest.mark.parametrize("kind", PaperKind)
def test_the_zones_letters_stand_a_tenth_of_an_inch_apart(kind):
    """From the first letter of the last line to its last, as long as the standard says, to half a letter."""
    student = of_kind(kind)
    columns = ink_columns(draw_document(student), PAGES[kind].baselines[-1])
    length = len(student.paper.lines[-1]) * PITCH * PX_PER_MM

    assert length == pytest.approx(columns[-1] - columns[0], abs=PITCH * PX_PER_MM / 2)


def test_a_zone_is_written_with_its_own_letters():
    """Another letter in the zone changes the picture in its place only."""
    paper = of_kind(PaperKind.PASSPORT).paper
    first, second = paper.lines
    changed = draw(replace(paper, lines=(first[:-1] + "X", second))) != draw(paper)

    columns = np.flatnonzero(changed.any(axis=(0, 2)))
    left = (PAGES[paper.kind].zone_left + 43 * PITCH) * PX_PER_MM
    assert left - 1 <= columns[0] <= columns[-1] <= left + PITCH * PX_PER_MM + 1
