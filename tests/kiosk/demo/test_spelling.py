"""How the specimens' issuers write names in A to Z."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.demo.names import INDONESIA, LONG_SURNAMES, MIDDLING_SURNAMES, ORIGINS
from kiosk.demo.spelling import spelled


@pytest.mark.parametrize(
    ("name", "state", "zone"),
    [
        ("Le Goff-D’Hervé", "FRA", "LE<GOFF<DHERVE"),
        ("Bœuf", "FRA", "BOEUF"),
        ("Müller", "D", "MUELLER"),
        ("Müller", "FRA", "MULLER"),
        ("Groß", "D", "GROSS"),
        ("Nguyễn Thị Bích Phượng", "VNM", "NGUYEN<THI<BICH<PHUONG"),
        ("Đỗ", "VNM", "DO"),
        ("Łukasiewicz", "POL", "LUKASIEWICZ"),
        ("Yılmaz", "TUR", "YILMAZ"),
        ("İbrahim", "TUR", "IBRAHIM"),
        ("Țurcanu", "ROU", "TURCANU"),
        ("Muñoz Peña", "ESP", "MUNOZ<PENA"),
    ],
)
def test_each_issuer_writes_a_name_its_own_way(name, state, zone):
    """German cards expand what French ones strip."""
    assert zone == spelled(name, state)


@given(st.sampled_from([*ORIGINS, INDONESIA]), st.sampled_from("FM"))
def test_every_name_of_the_campus_has_a_spelling(origin, sex):
    """No name holds a letter that a zone can't."""
    names = [*origin.surname_list(), *origin.given_names(sex), *LONG_SURNAMES, *MIDDLING_SURNAMES]

    assert set("".join(spelled(name, origin.state) for name in names)) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZ<")
