import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from kiosk.reading.views import fuse, same_document, unlike
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


def test_differing_characters_are_counted():
    """One misread character is one."""
    assert [0, 1] == [
        unlike(zone(PASSPORT), zone(lines)) for lines in (PASSPORT, misread(PASSPORT, 1, 3, "B"))
    ]
