import pytest

from kiosk.reading.document import DocumentFormat
from kiosk.reading.mrz.layouts import LAYOUTS
from tests.kiosk.reading.mrz.vectors import VECTORS


def test_every_format_has_a_layout():
    """The table knows each format by its name."""
    assert set(DocumentFormat) == set(LAYOUTS)


@pytest.mark.parametrize("vector", VECTORS.values(), ids=VECTORS)
def test_the_characters_of_every_specimen_are_allowed_where_they_stand(vector):
    """A decoder that keeps to the table loses no real document."""
    layout = LAYOUTS[vector.format]
    strange = [
        (row, column, character)
        for row, line in enumerate(vector.lines)
        for column, character in enumerate(line)
        if character not in layout.allowed[row][column]
    ]
    assert [] == strange


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_every_column_has_its_characters(layout):
    """The table of allowed characters is as long as the lines."""
    assert [layout.line_length] * layout.line_count == [len(line) for line in layout.allowed]


def test_a_digit_may_be_the_second_letter_of_a_document_code():
    """D1 is the code of the French driving licence."""
    assert "1" in LAYOUTS[DocumentFormat.LICENCE].allowed[0][1]
    assert "1" not in LAYOUTS[DocumentFormat.LICENCE].allowed[0][0]


def test_a_date_takes_digits_and_fillers_only():
    """Typing is what tells 6 from G, which no check digit can."""
    assert "0123456789<" == LAYOUTS[DocumentFormat.TD3].allowed[1][13]
