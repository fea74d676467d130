import re

import pytest

from kiosk.printer.sheet import LETTER_WIDTH, MARGIN, PAGE_HEIGHT, PAGE_WIDTH, pdf_sheet
from tests.contracts.printer import QR

SQUARE = re.compile(rb"(\d+) (\d+) 3 3 re\n")


def test_every_object_begins_where_the_table_says():
    """A reader that trusts the table finds each of the five objects."""
    file = pdf_sheet(["Demande enregistrée"], QR)
    begins = [int(found) for found in re.findall(rb"(\d{10}) 00000 n ", file)]

    assert [b"%d 0 obj" % number for number in range(1, 6)] == [file[at : at + 7] for at in begins]


def test_the_table_begins_where_the_end_says():
    """A reader starts at the end of the file."""
    file = pdf_sheet([], QR)

    assert file[int(file.split()[-2]) :].startswith(b"xref")


def test_the_content_has_the_length_it_says():
    """No byte of the page is cut off, none is added."""
    file = pdf_sheet(["été"], QR)
    content = file.split(b"stream\n", 1)[1].split(b"endstream", 1)[0]

    assert int(re.findall(rb"/Length (\d+)", file)[0]) == len(content)


def test_the_code_stands_inside_the_margins():
    """No module falls off the page."""
    corners = [(int(x), int(y)) for x, y in SQUARE.findall(pdf_sheet([], QR))]

    assert all(MARGIN <= x < PAGE_WIDTH - MARGIN and MARGIN <= y < PAGE_HEIGHT - MARGIN for x, y in corners)


def test_the_widest_paper_fits_the_page():
    """Eighty letters a line get smaller rather than run off the paper."""
    size = float(re.findall(rb"/F1 ([\d.]+) Tf", pdf_sheet(["x" * 80], QR))[0])

    assert PAGE_WIDTH - 2 * MARGIN >= 80 * LETTER_WIDTH * size - 1


@pytest.mark.parametrize("count", [1, 20, 200])
def test_the_last_line_stands_on_the_page(count):
    """Many lines move closer together rather than off the paper."""
    file = pdf_sheet(["x"] * count, QR)
    leading, top = re.findall(rb"([\d.]+) TL \d+ (\d+) Td", file)[0]

    assert MARGIN <= int(top) - (count - 1) * float(leading) + 1
