from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.reading.document import DocumentFormat, Field
from kiosk.reading.mrz.alphabet import ALPHABET
from kiosk.reading.mrz.compose import Particulars, compose
from kiosk.reading.mrz.parse import parse
from tests.kiosk.reading.mrz.vectors import VECTORS

TODAY = date(2026, 11, 23)
EVERY = pytest.mark.parametrize("vector", VECTORS.values(), ids=VECTORS)
VISAS = {DocumentFormat.MRVA, DocumentFormat.MRVB}


def read(name):
    return parse(VECTORS[name].lines, today=TODAY)


def with_line(lines, row, line):
    return (*lines[:row], line, *lines[row + 1 :])


@EVERY
def test_a_specimen_is_recognised(vector):
    """Number, length and beginning of the lines decide the format."""
    assert vector.format is parse(vector.lines, today=TODAY).format


@EVERY
def test_every_check_digit_of_a_specimen_holds(vector):
    """Each digit that the format has is there, and is computed from what it protects."""
    assert dict.fromkeys(vector.fields, True) == dict(parse(vector.lines, today=TODAY).checks)


@EVERY
def test_a_specimen_says_whom_it_names(vector):
    """Number, names and birth date come out as printed, without fillers."""
    zone = parse(vector.lines, today=TODAY)
    assert (vector.number, vector.surname, vector.given_names, vector.birth) == (
        zone.number,
        zone.surname,
        zone.given_names,
        str(zone.birth_date),
    )


@pytest.mark.parametrize(
    "vector", [v for v in VECTORS.values() if v.format not in VISAS and v.format != DocumentFormat.LICENCE]
)
def test_one_altered_digit_breaks_a_check(vector):
    """Whatever digit of a card or passport is read wrong, some check digit says so."""
    for row, line in enumerate(vector.lines):
        for column, character in enumerate(line):
            if character.isdigit():
                altered = line[:column] + str((int(character) + 1) % 10) + line[column + 1 :]
                zone = parse(with_line(vector.lines, row, altered), today=TODAY)
                assert not zone.is_consistent, (row, column)


def test_the_old_french_card_is_told_from_a_card_of_the_same_size():
    """Both open with IDFRA or I< on two lines of 36."""
    assert DocumentFormat.FRA is read("made_up_old_card_minor").format
    assert DocumentFormat.TD2 is read("icao_card_of_two_lines").format


def test_a_consistent_card_of_two_lines_from_france_is_no_old_card():
    """Where only the international layout's digits hold, that is what it is."""
    person = Particulars(
        document_code="ID", issuing_state="FRA", number="X4RTBPFW4", surname="MARTIN", given_names="LEA"
    )
    assert DocumentFormat.TD2 is parse(compose(DocumentFormat.TD2, person), today=TODAY).format


def test_the_old_french_card_says_when_it_was_issued_and_no_expiry():
    """Its number opens with year and month; what follows from them is not for this room to say."""
    zone = read("made_up_old_card_minor")
    assert ((2017, 9), None) == (zone.issued, zone.expiry)


def test_an_old_french_card_of_the_eighties_is_of_the_last_century():
    """Years 88 to 99 are 19YY."""
    assert (1988, 6) == read("france_old_card_1988").issued


def test_germany_is_one_letter():
    """D<< stands without its fillers."""
    assert "D" == read("germany_passport").issuing_state


@pytest.mark.parametrize(
    ("name", "cut"),
    [
        ("portugal_card_long_number", (True, True)),
        ("finland_card", (False, False)),
        ("made_up_old_card_minor", (False, True)),
        ("made_up_old_card_adult", (True, False)),
    ],
)
def test_a_full_name_field_may_have_been_cut(name, cut):
    """A letter in a name field's last place says that the name may go on."""
    zone = read(name)
    assert cut == (zone.surname_cut, zone.given_names_cut)


def test_a_birth_year_that_would_be_in_the_future_is_of_the_last_century():
    """A person born on this very day is of this century; one day later is a hundred years older."""
    person = Particulars(document_code="P", issuing_state="FRA", number="1", surname="X")
    lines = compose(DocumentFormat.TD3, person)
    born = [with_line(lines, 1, lines[1][:13] + day + lines[1][19:]) for day in ("261123", "261124")]
    assert ["2026-11-23", "1926-11-24"] == [str(parse(each, today=TODAY).birth_date) for each in born]


@pytest.mark.parametrize(
    ("printed", "read_as"),
    [
        ("05<<<<", "2005-XX-XX"),
        ("0512<<", "2005-12-XX"),
        ("<<<<<<", "XXXX-XX-XX"),
        ("050000", "2005-XX-XX"),
        ("051301", "None"),
        ("050230", "None"),
        ("0O0101", "None"),
        ("0<0101", "None"),
        ("<<0229", "XXXX-02-29"),
    ],
)
def test_unknown_parts_of_a_birth_date_stay_unknown(printed, read_as):
    """Fillers, and the zeros that some issuers print, are unknown; what can't be a date is none."""
    line = VECTORS["made_up_passport"].lines[1]
    lines = (VECTORS["made_up_passport"].lines[0], line[:13] + printed + line[19:])
    assert read_as == str(parse(lines, today=TODAY).birth_date)


def test_an_expiry_that_is_no_date_is_none():
    """Fillers or a thirteenth month leave the expiry open."""
    line = VECTORS["made_up_passport"].lines[1]
    lines = (VECTORS["made_up_passport"].lines[0], line[:21] + "311301" + line[27:])
    assert parse(lines, today=TODAY).expiry is None


def test_an_empty_optional_field_may_have_a_filler_for_its_digit():
    """0 and < are both printed; < beside a filled field is wrong."""
    passport = VECTORS["germany_passport"].lines
    filled = VECTORS["icao_passport"].lines
    assert parse(passport, today=TODAY).checks[Field.OPTIONAL]
    assert not parse((filled[0], filled[1][:42] + "<" + filled[1][43:]), today=TODAY).checks[Field.OPTIONAL]


def test_a_single_name_in_second_place_is_a_given_name():
    """Some states print a mononym after the separator."""
    lines = ("P<IND<<FIRST<NAME".ljust(44, "<"), VECTORS["made_up_passport"].lines[1])
    zone = parse(lines, today=TODAY)
    assert ("", "FIRST<NAME") == (zone.surname, zone.given_names)


@pytest.mark.parametrize("code", ["IV", "AC", "V<", "P<", "X<"])
def test_three_lines_with_a_code_of_no_identity_card_are_not_recognised(code):
    """Crew cards, visas and unknown codes are no identity documents of this size."""
    lines = VECTORS["icao_card"].lines
    assert parse((code + lines[0][2:], *lines[1:]), today=TODAY) is None


def test_a_licence_of_another_country_is_not_recognised():
    """One line of 30 is the French driving licence alone."""
    assert parse(("D1BEL13AA000026181231MARTIN<<9",), today=TODAY) is None


@given(st.lists(st.one_of(st.text(), st.text(ALPHABET, min_size=28, max_size=46)), max_size=4))
def test_any_text_is_taken_without_an_error(lines):
    """What no format has is None, not an exception."""
    assert parse(lines, today=TODAY) is None or lines


@given(st.sampled_from(list(VECTORS.values())), st.data())
def test_lines_of_the_right_size_with_any_characters_are_taken_without_an_error(vector, data):
    """Whatever a reader makes of a zone, there is an answer about it."""
    beginning = vector.lines[0][:5]
    lines = [data.draw(st.text(ALPHABET, min_size=len(line), max_size=len(line))) for line in vector.lines]
    zone = parse((beginning + lines[0][5:], *lines[1:]), today=TODAY)
    assert zone is not None
