import re
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.reading.card import (
    DEFAULT_RULES,
    TICKET_PREFIX,
    CardKind,
    CardRule,
    esc_number,
    symbologies_of,
    understand_code,
)
from kiosk.reading.symbology import Code, Symbology

CORNERS = np.zeros((4, 2), np.float32)
CARD_NUMBER = "3f2a9c4e-7b1d-11ee-8c21-066999859608"
SECRET = "kq3Vw0xT1yZ9aBcDeFgHiJ"


def understood(text, symbology=Symbology.CODE_128, rules=DEFAULT_RULES):
    reading = understand_code(Code(symbology, text, CORNERS), rules)
    return reading.kind, reading.student_number


@pytest.mark.parametrize(
    "symbology", [Symbology.CODE_128, Symbology.CODE_39, Symbology.CODABAR, Symbology.QR]
)
def test_eight_digits_are_a_student_number(symbology):
    """Whatever symbology prints them, if it is one that checks what it reads."""
    assert (CardKind.STUDENT_NUMBER, "22371929") == understood("22371929", symbology)


@pytest.mark.parametrize("digits", range(9, 15))
def test_the_last_eight_of_nine_to_fourteen_digits_are_a_candidate(digits):
    """The shared card of Toulouse prints a longer identifier; the directory has the last word."""
    assert (CardKind.CANDIDATE, "22371929") == understood("22371929".rjust(digits, "7"))


@pytest.mark.parametrize("text", ["2237192", "223719290000000", "2237192X", "٢٢٣٧١٩٢٩", "22 371 929", ""])
def test_anything_else_is_other(text):
    """Shorter, longer, with letters, or digits of another script."""
    assert (CardKind.OTHER, None) == understood(text)


def test_interleaved_digits_count_at_two_lengths_only():
    """Such a code read in part looks like a shorter one: the directory and the document have the last word."""
    kinds = {digits: understood("1" * digits, Symbology.ITF)[0] for digits in (6, 8, 10, 12, 14)}
    assert {8, 14} == {digits for digits, kind in kinds.items() if kind is CardKind.CANDIDATE}
    assert {CardKind.OTHER} == {kinds[digits] for digits in (6, 10, 12)}


def test_asterisks_and_letters_of_beginning_and_end_do_not_count():
    """Code 39 is printed between asterisks, Codabar between letters."""
    assert (CardKind.STUDENT_NUMBER, "22371929") == understood("*22371929*", Symbology.CODE_39)
    assert (CardKind.STUDENT_NUMBER, "22371929") == understood("A22371929B", Symbology.CODABAR)
    assert CardKind.OTHER is understood("*22371929*", Symbology.CODE_128)[0]


@pytest.mark.parametrize(
    "link",
    [
        f"http://esc.gg/{CARD_NUMBER}",
        f"https://esc.gg/{CARD_NUMBER}",
        f"http://pp.esc.gg/{CARD_NUMBER}",
        f"https://s.esc-r.eu/{CARD_NUMBER}",
        f"HTTPS://ESC.GG/{CARD_NUMBER.upper()}/",
    ],
)
def test_a_european_card_is_known_by_its_link(link):
    """It tells the card, not the student."""
    assert (CardKind.ESC, None) == understood(link, Symbology.QR)
    assert CARD_NUMBER == esc_number(link)


@pytest.mark.parametrize(
    "link",
    [
        f"https://esc.gg.example.org/{CARD_NUMBER}",
        f"https://example.org/esc.gg/{CARD_NUMBER}",
        f"https://esc.gg@example.org/{CARD_NUMBER}",
        "https://esc.gg/3f2a9c4e-7b1d-41ee-8c21-066999859608",
        "https://esc.gg/",
        f"javascript:esc.gg/{CARD_NUMBER}",
    ],
)
def test_a_link_that_only_resembles_one_is_other(link):
    """Host and number must both be right, to the end."""
    assert CardKind.OTHER is understood(link, Symbology.QR)[0]


def test_a_ticket_is_known_by_its_prefix():
    """It opens a request's status: a secret of at least 128 bits in a QR code."""
    assert (CardKind.TICKET, None) == understood(TICKET_PREFIX + SECRET, Symbology.QR)
    assert CardKind.OTHER is understood(TICKET_PREFIX + SECRET[:21], Symbology.QR)[0]
    assert CardKind.OTHER is understood(TICKET_PREFIX + SECRET, Symbology.CODE_128)[0]


def test_the_first_rule_that_applies_decides():
    """A campus orders its rules."""
    first = CardRule(frozenset({Symbology.CODE_39}), re.compile(r"2[0-9]{5}([0-9]{8})"), CardKind.OTHER)
    second = replace(first, pattern=re.compile(r"[0-9]{6}([0-9]{8})"), kind=CardKind.STUDENT_NUMBER)
    kinds = [
        understood("20010022371929", Symbology.CODE_39, rules)[0]
        for rules in ((first, second), (second, first))
    ]
    assert [CardKind.OTHER, CardKind.STUDENT_NUMBER] == kinds


def test_what_is_looked_for_is_what_the_rules_name_and_qr():
    """Tickets and European cards are QR codes, whatever the rules."""
    rule = CardRule(frozenset({Symbology.EAN_13}), re.compile("[0-9]{13}"), CardKind.CANDIDATE)
    assert {Symbology.EAN_13, Symbology.QR} == symbologies_of([rule])


def test_a_reading_does_not_show_its_number():
    """What is printed by mistake holds no personal data."""
    reading = understand_code(Code(Symbology.CODE_128, "22371929", CORNERS), DEFAULT_RULES)
    assert "22371929" not in repr(reading)


@given(st.text(), st.sampled_from(Symbology))
def test_any_text_is_understood_without_an_error(text, symbology):
    """What no rule knows is other."""
    assert understood(text, symbology)[0] in CardKind
