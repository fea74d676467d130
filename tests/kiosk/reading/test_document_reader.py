from datetime import date

import pytest

from kiosk.reading.document import DocumentFormat, Field
from kiosk.reading.document_reader import Trust, understand
from tests.kiosk.reading.mrz.vectors import VECTORS
from tests.kiosk.reading.zones import OLD_CARD, PASSPORT, SPECIMEN, misread, zone

TODAY = date(2026, 11, 23)
NAME, STATE, SEX = (0, 6), (0, 2), (1, 20)


def read(text, **trust):
    return understand(text, Trust(**trust), today=TODAY)


def test_a_clear_zone_is_a_valid_document():
    """Every check digit holds, every character was seen clearly, the issuer exists."""
    document = read(zone(PASSPORT))
    assert (True, DocumentFormat.TD3, "DUPOND", "AMELIE<ZOE", "FRA") == (
        document.valid,
        document.format,
        document.surname,
        document.given_names,
        document.issuing_state,
    )


def test_the_checks_are_told_one_by_one():
    """A digit misread breaks its own check and the composite."""
    document = read(zone(misread(PASSPORT, 1, 13, "1")))
    assert {
        Field.NUMBER: True,
        Field.BIRTH: False,
        Field.EXPIRY: True,
        Field.OPTIONAL: True,
        Field.COMPOSITE: False,
    } == dict(document.checks)
    assert not document.valid


@pytest.mark.parametrize("place", [NAME, STATE])
def test_a_doubt_that_no_check_digit_covers_makes_it_invalid(place):
    """A name read with two letters to choose from is not believed."""
    rival = {NAME: "O", STATE: "P"}[place]
    document = read(zone(PASSPORT, doubts={place: (rival, 0.4)}))
    assert (False, True) == (document.valid, document.confidence < 0.7)


def test_a_doubt_that_a_check_digit_settles_does_not_count():
    """A 7 for a 1 in the number would have broken its check."""
    assert read(zone(PASSPORT, doubts={(1, 0): ("7", 0.4)})).valid


def test_a_doubt_that_a_check_digit_is_blind_to_counts():
    """A and K weigh the same: nothing but the eye tells them apart."""
    assert not read(zone(PASSPORT, doubts={(1, 2): ("K", 0.4)})).valid


def test_a_repaired_zone_is_not_valid_by_itself():
    """The check digit that chose the character can't confirm it as well."""
    assert not read(zone(PASSPORT, repaired=True)).valid


def test_a_specimen_is_valid_in_a_demonstration_only():
    """Utopia issues no documents."""
    assert [False, True] == [
        read(zone(SPECIMEN), specimens_allowed=allowed).valid for allowed in (False, True)
    ]


def test_an_unknown_issuer_makes_it_invalid():
    """No state has the code that was read."""
    assert not read(zone(misread(PASSPORT, 0, 2, "Q"))).valid


def test_a_birth_date_that_can_not_be_makes_it_invalid():
    """Check digits hold over 30 February as well."""
    lines = VECTORS["made_up_unknown_day"].lines
    impossible = (lines[0], "0402306M2711302MAR<<<<<<<<<<<" + "0", lines[2])
    document = read(zone(impossible))
    assert (None, False) == (document.birth_date, document.valid)


def test_the_old_french_card_keeps_its_month_of_issue():
    """Validity follows from it elsewhere."""
    document = read(zone(OLD_CARD))
    assert (True, (2017, 9), None, True) == (
        document.valid,
        document.issued,
        document.expiry,
        document.given_names_cut,
    )


def test_lines_of_no_format_are_no_document():
    """A receipt has lines as well."""
    assert read(zone(("A" * 36, "B" * 36, "C" * 36))) is None


def test_a_document_does_not_show_whose_it_is():
    """What is printed by mistake holds no personal data."""
    shown = repr(read(zone(PASSPORT)))
    assert not [text for text in ("DUPOND", "AMELIE", "20AA00000", "2005") if text in shown]


def test_the_nationality_is_handed_on():
    """A card of one state for a citizen of another is a residence permit, whatever its code says."""
    document = read(zone(VECTORS["made_up_residence_permit"].lines))
    assert ("FRA", "MAR") == (document.issuing_state, document.nationality)
