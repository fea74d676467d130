"""The bundled fonts: what they can write, and under which licence they come."""

from importlib.resources import files

import pytest

from kiosk.demo.typefaces import Face, font, printable

FONTS = files("resources.fonts")


@pytest.mark.parametrize("name", ["Élodie", "Bœuf", "Łukasz", "Søren", "L’Haÿ", "Gündoğdu"])
def test_a_name_that_the_font_can_write_stays_as_it_is(name):
    """Accents are part of a name and are printed."""
    assert name == printable(name)


def test_marks_that_the_font_lacks_are_left_out_and_the_letter_stays():
    """A Vietnamese name is printed as a card printer would, never with empty boxes."""
    assert "Nguyên Thi Bích Phuong" == printable("Nguyễn Thị Bích Phượng")


def test_every_character_of_a_zone_is_equally_wide():
    """The zone's letters stand on a grid."""
    ocr_b = font(Face.OCR_B, 100)

    assert 1 == len({ocr_b.getlength(letter) for letter in "ABCXYZ0189<"})


@pytest.mark.parametrize(
    ("licence", "word"), [("OFL.txt", "SIL Open Font License"), ("OCR-B-LICENCE.txt", "public domain")]
)
def test_the_fonts_bring_their_licences(licence, word):
    """Whoever passes the program on passes on the fonts' terms as well."""
    assert word.lower() in FONTS.joinpath(licence).read_text(encoding="utf-8").lower()
