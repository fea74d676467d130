"""How a directory's name may be written in a document's zone."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.identity.transliteration import MOST_SPELLINGS, has_other_letters, spellings

# Every letter of ICAO Doc 9303-3, table A, with what an issuer may write for it.
TABLE = [
    ("ÀÁÂÃĂĀĄ", {"A"}),
    ("Ä", {"AE", "A"}),
    ("Å", {"AA", "A"}),
    ("Æ", {"AE"}),
    ("ÇĆČĈĊ", {"C"}),
    ("ĎĐÐ", {"D"}),
    ("ÈÉÊËĚĖĒĘĔ", {"E"}),
    ("ĞĜĠĢ", {"G"}),
    ("ĤĦ", {"H"}),
    ("ÌÍÎÏĨİıĪĮĬ", {"I"}),
    ("Ĳ", {"IJ"}),
    ("Ĵ", {"J"}),
    ("Ķ", {"K"}),
    ("ŁĹĽĻĿ", {"L"}),
    ("Þ", {"TH"}),
    ("Ñ", {"N", "NXX"}),
    ("ŃŇŅŊ", {"N"}),
    ("ÒÓÔÕŐŌŎ", {"O"}),
    ("Ö", {"OE", "O"}),
    ("Ø", {"OE", "O"}),
    ("Œ", {"OE"}),
    ("ŔŘŖ", {"R"}),
    ("ŚŠŞȘŜ", {"S"}),
    ("ßẞ", {"SS"}),
    ("ŤŢȚŦ", {"T"}),
    ("ÙÚÛŨŬŮŰŲŪ", {"U"}),
    ("Ü", {"UE", "UXX", "U"}),
    ("Ŵ", {"W"}),
    ("ÝŶŸ", {"Y"}),
    ("ŹŽŻ", {"Z"}),
]
LETTERS = [(letter, forms) for letters, forms in TABLE for letter in letters]


@pytest.mark.parametrize(("letter", "forms"), LETTERS)
def test_a_letter_of_the_table_is_written_in_each_of_its_forms(letter, forms):
    """Nothing more and nothing less than the table says."""
    assert forms == set(spellings(letter))


@pytest.mark.parametrize(("letter", "forms"), LETTERS)
def test_small_letters_are_written_as_their_capitals(letter, forms):
    """Directories hold names in any case."""
    assert forms == set(spellings(letter.lower()))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Jean-Luc", {"JEAN LUC"}),
        ("d'Hervé", {"DHERVE", "D HERVE"}),
        ("d’Hervé", {"DHERVE", "D HERVE"}),
        ("ʻAkina", {"AKINA"}),
        ("St. John, Jr.", {"ST JOHN JR"}),
        ("Gal·la", {"GALLA"}),
        ("  Le   Goff ", {"LE GOFF"}),
        ("Nguyễn Thị Ánh", {"NGUYEN THI ANH"}),
        ("Đỗ Ơ Ư", {"DO O U"}),
        ("e\u0301lodie", {"ELODIE"}),
        ("Ǿre", {"ORE"}),
        ("ﬁlip", {"FILIP"}),
        ("Ｌｉ", {"LI"}),
        ("Zo\u00adé", {"ZOE"}),
        ("Zoé 😀", {"ZOE"}),
        ("Zoé\tAnne\x00", {"ZOE ANNE"}),
        ("Müller-Lüdenscheidt", {f"M{u}LLER L{u}DENSCHEIDT" for u in ("UE", "UXX", "U")}),
        ("", {""}),
        ("-", {""}),
    ],
)
def test_punctuation_marks_and_oddities_of_a_name(name, expected):
    """Hyphens and blanks separate, apostrophes join or separate, the rest leaves no trace."""
    assert expected == set(spellings(name))


@given(st.text(max_size=400))
def test_any_text_has_a_spelling_of_letters_and_single_spaces(name):
    """Transliteration is total, and bounded in number."""
    found = spellings(name)

    assert 1 <= len(found) <= MOST_SPELLINGS
    assert all(re.fullmatch("([A-Z]+( [A-Z]+)*)?", spelling) for spelling in found)


@pytest.mark.parametrize(
    "written", ["AANOOU", "AEAANXXOEOEUE", "AEAANXXOEOEUXX"], ids=["plain", "newer table", "older table"]
)
def test_many_letters_with_several_forms_stay_bounded(written):
    """Every letter with a choice, and apostrophes: no more than the limit, and each table's own spelling is there."""
    found = spellings("D'ÄÅÑÖØÜ'")

    assert MOST_SPELLINGS >= len(found)
    assert any(spelling.replace(" ", "") == f"D{written}" for spelling in found)


@pytest.mark.parametrize("name", ["Иван", "Νίκος", "محمد", "王小明", "Ivan Петров"])
def test_other_scripts_are_told(name):
    """There is no form of these letters to compare with."""
    assert has_other_letters(name)


@pytest.mark.parametrize("name", ["Zoé", "ʻAkina", "D’Hervé", "Þór", "Şahin", "", "😀", "12", "Łukasz ı"])
def test_latin_names_have_no_other_letters(name):
    """An apostrophe that Unicode counts as a letter isn't one here."""
    assert not has_other_letters(name)
