import pytest

from kiosk.reading.mrz.states import ISO_STATES, OTHER_ISSUERS, is_known_issuer


@pytest.mark.parametrize("state", ["FRA", "D", "RKS", "XXA", "XXB", "XXC", "EUE", "UNO", "XOM", "GBD", "GBS"])
def test_states_and_organisations_that_issue_documents_are_known(state):
    """Some of them have no ISO code."""
    assert is_known_issuer(state)


@pytest.mark.parametrize("state", ["", "FRAN", "ZZZ", "FR", "F<A", "0TO"])
def test_other_codes_are_not_known(state):
    """A misread state is noticed here, since no check digit covers it."""
    assert not is_known_issuer(state)


def test_utopia_is_known_only_where_specimens_are_allowed():
    """A specimen opens nothing outside a demonstration."""
    assert (False, True) == (is_known_issuer("UTO"), is_known_issuer("UTO", specimens_allowed=True))


def test_there_are_as_many_states_as_in_the_standard():
    """ISO 3166-1 lists 249; none of the others is among them."""
    assert (249, frozenset()) == (len(ISO_STATES), ISO_STATES & OTHER_ISSUERS)
