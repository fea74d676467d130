"""Two documents in one frame: neither is taken, since nobody knows which is meant."""

from datetime import date

import pytest

from kiosk.demo import campus, documents, spoiled
from kiosk.reading.frame import Frame
from kiosk.reading.frame_reader import FrameReader
from kiosk.reading.hint import Hint
from kiosk.reading.mrz_ocr import MrzReader

CAMPUS = campus.students(count=10)
# One identity card beside another, and beside a passport.
PAIRS = [(0, 1), (2, 5), (7, 3)]


@pytest.fixture(scope="module")
def reader():
    return FrameReader(MrzReader(), today=lambda: date(2026, 11, 23), specimens_allowed=True)


@pytest.mark.parametrize("pair", PAIRS)
def test_two_documents_are_none(reader, pair):
    """The person is asked to show one."""
    pictures = [documents.draw_document(CAMPUS[order]) for order in pair]

    reading = reader.read(Frame(spoiled.two_documents(*pictures)))

    assert (Hint.TWO_DOCUMENTS, None, None) == (reading.hint, reading.document, reading.text)


@pytest.mark.parametrize("order", range(4))
def test_a_small_document_alone_is_read(reader, order):
    """What else is printed on it is no second document."""
    picture = documents.draw_document(CAMPUS[order])

    reading = reader.read(Frame(spoiled.two_documents(picture, picture[:8, :8])))

    assert reading.document is not None
    assert reading.document.valid
