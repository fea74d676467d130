from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.errors import Unreadable
from kiosk.reading.document import DocumentFormat
from kiosk.reading.mrz.compose import Particulars, compose
from kiosk.reading.mrz.parse import parse
from kiosk.reading.partial_date import PartialDate
from tests.kiosk.reading.mrz.vectors import VECTORS

TODAY = date(2026, 11, 23)
CODES = {
    DocumentFormat.TD1: "ID",
    DocumentFormat.TD2: "I",
    DocumentFormat.TD3: "P",
    DocumentFormat.FRA: "ID",
    DocumentFormat.MRVA: "V",
    DocumentFormat.MRVB: "V",
    DocumentFormat.LICENCE: "D1",
}
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
DIGITS = "0123456789"
WORD = st.text(LETTERS, min_size=1, max_size=7)


@st.composite
def particulars(draw, form):
    days = st.dates(date(2000, 1, 1), date(2099, 12, 31))
    born = draw(st.dates(date(1930, 1, 1), TODAY))
    return Particulars(
        document_code=CODES[form],
        issuing_state="FRA",
        number=draw(numbers(form)),
        surname=draw(WORD),
        given_names="" if form is DocumentFormat.LICENCE else draw(WORD),
        birth_date=PartialDate(born.year, born.month, draw(st.sampled_from([born.day, None]))),
        expiry=draw(days),
        nationality="MAR",
        sex=draw(st.sampled_from("MF<")),
        optional=draw(st.text(LETTERS + DIGITS, max_size=3)),
        office="031104",
    )


def numbers(form):
    if form is DocumentFormat.FRA:
        return st.from_regex(r"[0-9]{2}0[1-9][0-9]{8}", fullmatch=True)
    longest = {DocumentFormat.TD1: 22, DocumentFormat.TD2: 14}.get(form, 9)
    return st.text(LETTERS + DIGITS, min_size=1, max_size=longest)


@pytest.mark.parametrize("form", DocumentFormat)
@given(data=st.data())
def test_what_is_composed_is_read_back(form, data):
    """Format, check digits, number, names and dates survive being written and read."""
    person = data.draw(particulars(form))
    zone = parse(compose(form, person), today=TODAY)
    has_birth, has_expiry = form is not DocumentFormat.LICENCE, form is not DocumentFormat.FRA
    assert zone.is_consistent
    assert (form, person.number, person.surname, person.given_names) == (
        zone.format,
        zone.number,
        zone.surname,
        zone.given_names,
    )
    assert (person.birth_date if has_birth else None) == zone.birth_date
    assert (person.expiry.month if has_expiry else None) == (zone.expiry.month if zone.expiry else None)


def test_the_belgian_specimen_is_composed_to_the_letter():
    """Its long number's digit is right only if the filler in the usual place does not count."""
    person = Particulars(
        document_code="ID",
        issuing_state="BEL",
        number="600001795015",
        surname="SPECIMEN",
        given_names="SPECIMEN",
        birth_date=PartialDate(2013, 1, 1),
        expiry=date(2023, 11, 20),
        nationality="BEL",
        sex="F",
        optional_2="13010198739",
    )
    assert VECTORS["belgium_card_long_number"].lines == compose(DocumentFormat.TD1, person)


def test_a_long_surname_leaves_room_for_the_beginning_of_the_given_names():
    """A cut name field still has both halves."""
    person = Particulars(
        document_code="P", issuing_state="FRA", number="1", surname="A" * 60, given_names="ZOE"
    )
    zone = parse(compose(DocumentFormat.TD3, person), today=TODAY)
    assert ("A" * 36, "Z", True) == (zone.surname, zone.given_names, zone.surname_cut)


def test_a_letter_that_no_zone_holds_is_refused():
    """Names come transliterated; an accent is the caller's mistake."""
    person = Particulars(document_code="ID", issuing_state="FRA", number="É", surname="X")
    with pytest.raises(Unreadable):
        compose(DocumentFormat.TD1, person)
