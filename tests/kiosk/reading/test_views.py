import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.reading.views import agrees, facts_of, fuse, same_document
from tests.kiosk.reading.mrz.vectors import VECTORS
from tests.kiosk.reading.zones import OLD_CARD, PASSPORT, misread, zone

NAME = (0, 6)


def test_a_doubtful_view_is_outvoted():
    """Two clear views settle what one could not tell."""
    doubtful = zone(misread(PASSPORT, *NAME, "O"), doubts={NAME: ("U", 0.45)})
    assert PASSPORT == fuse([doubtful, zone(PASSPORT), zone(PASSPORT)]).lines


def test_agreement_makes_it_surer_and_disagreement_less_sure():
    """The fused certainty of a character is above either view's, or below."""

    def certainty(*views):
        return float(fuse(views).posteriors[0][6].max())

    one, other = zone(PASSPORT, sure=0.8), zone(misread(PASSPORT, *NAME, "O"), sure=0.8)
    assert certainty(one, one) > certainty(one) > certainty(one, other)


@given(st.integers(1, 12), st.floats(0.3, 0.999))
def test_fused_probabilities_sum_to_one(count, sure):
    """However many views, each place has one character."""
    for line in fuse([zone(PASSPORT, sure=sure)] * count).posteriors:
        assert np.allclose(1, line.sum(1), atol=1e-4)


def test_one_view_is_itself():
    """Nothing is gained or lost by fusing a single view."""
    view = zone(PASSPORT, sure=0.7)
    assert np.allclose(view.posteriors[0], fuse([view]).posteriors[0], atol=0.01)


def test_a_few_misreadings_leave_it_the_same_document():
    """Another person's passport from the same office is another document."""
    person = VECTORS["germany_passport"].lines
    assert same_document(zone(PASSPORT), zone(misread(PASSPORT, 1, 3, "B")))
    assert not same_document(zone(PASSPORT), zone(person))
    assert not same_document(zone(PASSPORT), zone(OLD_CARD))


def test_a_slip_that_a_check_digit_catches_is_forgiven():
    """Two views of one document agree although one misread a digit of the birth date."""
    assert agrees(zone(PASSPORT), zone(misread(PASSPORT, 1, 13, "1")))


@pytest.mark.parametrize(
    ("row", "column", "character"), [(0, 6, "O"), (0, 2, "G"), (1, 10, "G"), (1, 20, "X"), (1, 0, "C")]
)
def test_what_no_check_digit_tells_must_be_seen_alike(row, column, character):
    """A letter of the name, of the state, of the nationality, the sex, and a digit read as its twin."""
    assert not agrees(zone(PASSPORT), zone(misread(PASSPORT, row, column, character)))


def test_facts_are_what_check_digits_vouch_for():
    """A sound view has facts, whatever its names; one whose digits fail has none."""
    assert facts_of(PASSPORT) == facts_of(misread(PASSPORT, 0, 6, "O")) is not None
    assert facts_of(misread(PASSPORT, 1, 13, "1")) is None
