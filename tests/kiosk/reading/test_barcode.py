import unicodedata

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from kiosk.reading.barcode import LONGEST_TEXT, load_zbar, printable, read_with_zbar
from kiosk.reading.code_reader import read_codes
from kiosk.reading.symbology import Symbology
from tests.kiosk.reading.drawing import card, laid, page, symbol, table

ALL = frozenset(Symbology)
LINEAR = [("22371929", name) for name in ("Code128", "Code39")] + [
    ("A22371929B", "Codabar"),
    ("20260022371929", "ITF"),
    ("2003223719290", "EAN13"),
]


def texts(gray, symbologies=ALL):
    return [(code.symbology.value, code.text) for code in read_codes(gray, symbologies)]


@pytest.mark.parametrize(
    ("text", "name"), [*LINEAR, ("https://esc.gg/x", "QRCode"), ("22371929", "DataMatrix")]
)
def test_a_code_on_a_card_is_read(text, name):
    """Each symbology that a campus may print."""
    assert [(name, text)] == texts(laid(card(symbol(text, name))))


@pytest.mark.parametrize("angle", [20, 45, 75, 135, 180, 250])
def test_bars_are_read_at_any_angle(angle):
    """A visitor does not hold a card level; readers of bars need it so."""
    assert [("Code128", "22371929")] == texts(laid(card(symbol("22371929"), size=(500, 320)), angle=angle))


def test_a_tilted_card_gives_its_bars_and_its_qr_code():
    """The one that is read first does not hide the other."""
    picture = laid(card(symbol("22371929", rows=60), symbol("https://esc.gg/x", "QRCode")), angle=25)
    assert {("Code128", "22371929"), ("QRCode", "https://esc.gg/x")} == set(texts(picture))


def test_the_corners_are_those_of_the_code_in_the_frame():
    """Bars that were straightened first are told where they lie in the frame."""
    straight, turned = (laid(card(symbol("22371929"), size=(500, 320)), angle=angle) for angle in (0, 40))
    back = np.radians(40)
    rotation = np.array([(np.cos(back), np.sin(back)), (-np.sin(back), np.cos(back))])
    (expected,), (found,) = (read_codes(gray, ALL) for gray in (straight, turned))
    middle = expected.corners.mean(0) - (640, 360)
    assert np.abs(found.corners.mean(0) - (640, 360) - middle @ rotation).max() < 12


def test_only_the_wanted_symbologies_are_read():
    """A code that no rule asks for costs no time and gives no answer."""
    assert [] == texts(laid(card(symbol("22371929", "Code39"))), {Symbology.CODE_128, Symbology.QR})


def test_zbar_reads_what_is_straight():
    """The second opinion is there, and knows the same symbologies."""
    assert load_zbar() is not None
    found = read_with_zbar(laid(card(symbol("22371929"))), {Symbology.CODE_128, Symbology.CODE_39})
    assert [("Code128", "22371929")] == [(code.symbology.value, code.text) for code in found]


def test_zbar_is_not_asked_for_interleaved_codes():
    """What it read of them wrongly outweighs what it read."""
    assert () == read_with_zbar(laid(card(symbol("20260022371929", "ITF"))), {Symbology.ITF})


@pytest.mark.parametrize(
    "gray", [table(), laid(page()), np.zeros((1, 1), np.uint8), np.zeros((1, 900), np.uint8)]
)
def test_a_picture_without_a_code_gives_none(gray):
    """Tables, pages and pictures of one pixel."""
    assert [] == texts(gray)


@given(arrays.arrays(np.uint8, st.tuples(st.integers(1, 40), st.integers(1, 40))))
def test_any_pixels_are_taken_without_an_error(gray):
    """Noise of any size."""
    assert read_codes(gray, ALL) is not None


def test_what_could_alter_a_text_is_shown_as_something_else():
    """A control character is replaced, not dropped: 1234, escape, 5678 is no number of eight digits."""
    assert "1234\N{REPLACEMENT CHARACTER}5678" == printable("1234\x1b5678")
    assert "a\N{REPLACEMENT CHARACTER}b" == printable("a\u202eb")


@given(st.text(max_size=500))
def test_a_text_is_bounded_and_printable(text):
    """Whatever a code holds can be listed on a terminal."""
    shown = printable(text)
    assert len(shown) <= LONGEST_TEXT + 1
    assert not [character for character in shown if unicodedata.category(character)[0] == "C"]
