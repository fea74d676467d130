"""Two names as words of A to Z, and how they agree."""

import pytest

from kiosk.identity.written_name import (
    begins_with,
    contains,
    initials_agree,
    may_be_cut_from,
    one_letter_apart,
    same_but_particles,
    shown_words,
)


def words(text):
    return tuple(text.split())


@pytest.mark.parametrize(
    ("field", "expected"),
    [("LE<GOFF", "LE GOFF"), ("JEAN<LUC<<MARI", "JEAN LUC MARI"), ("<<SUHARTO<", "SUHARTO"), ("", "")],
)
def test_a_zones_field_is_split_at_its_fillers(field, expected):
    """One filler or several: the old French card has two between given names."""
    assert words(expected) == shown_words(field)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("DE LA ROCHE", "ROCHE", True),
        ("LA ROCHE", "DE LA ROCHE", True),
        ("VAN DEN BERG", "VAN BERG", True),
        ("EL AMRANI", "BEN AMRANI", False),
        ("LA DE ROCHE", "DE LA ROCHE", False),
        ("DE LA ROCHE", "DE LA ROCK", False),
        ("LE", "LA", False),
    ],
)
def test_a_name_is_the_same_with_and_without_particles_but_not_with_others(one, other, expected):
    """One side may lack some; their order stays, and a name of particles only is a name."""
    assert (
        expected
        == same_but_particles(words(one), words(other))
        == same_but_particles(words(other), words(one))
    )


@pytest.mark.parametrize(
    ("whole", "start", "expected"),
    [
        ("JEAN LUC MARIE", "JEAN", True),
        ("JEAN LUC MARIE", "JEANLUC", True),
        ("JEANLUC MARIE", "JEAN LUC", True),
        ("JEANNE", "JEAN", False),
        ("JEAN", "JEAN LUC", False),
        ("JEAN", "", False),
    ],
)
def test_a_name_begins_with_whole_words_only(whole, start, expected):
    """Wherever the separators of a compound name are."""
    assert expected == begins_with(words(whole), words(start))


def test_a_name_among_others_is_found_unbroken():
    """MARIE CLAIRE isn't among MARIE ANNE CLAIRE."""
    assert contains(words("ANNE MARIE CLAIRE"), words("MARIECLAIRE"))
    assert not contains(words("MARIE ANNE CLAIRE"), words("MARIE CLAIRE"))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("LEFEVRE", "LEFEBVRE", True),
        ("DUPOND", "DUPONT", True),
        ("XUPOND", "DUPOND", True),
        ("DUPOND", "DUPONDE", True),
        ("LE GOFFIC", "LE GOFFIG", True),
        ("MARI", "MARIE", False),
        ("PAUL", "PAUK", False),
        ("DUPOND", "DUPOND", False),
        ("DUPOND", "DUPINT", False),
        ("MARTIN", "MATRIN", False),
        ("DUPOND MARTIN", "DUPONT MARTIM", False),
        ("DUPOND", "DUPOND MARTIN", False),
        ("DUPOND", "DUPONDES", False),
    ],
)
def test_one_letter_in_one_word_of_five_or_more(one, other, expected):
    """Shorter words that differ by a letter are other names."""
    assert (
        expected == one_letter_apart(words(one), words(other)) == one_letter_apart(words(other), words(one))
    )


@pytest.mark.parametrize(
    ("shown", "known", "expected"),
    [
        ("ANDRE ESTEV", "ANDRE ESTEVAO", True),
        ("ANDRE", "ANDRE ESTEVAO", True),
        ("A ESTEVAO", "ANDRE ESTEVAO", True),
        ("ANDRE E", "ANDRE ESTEVAO MARIA", True),
        ("ANDR ESTEVAO", "ANDRE ESTEVAO", False),
        ("ANDRE ESTEVAO", "ANDRE", False),
        ("", "ANDRE", False),
    ],
)
def test_a_cut_name_keeps_initials_a_last_part_and_drops_the_rest(shown, known, expected):
    """Only the last word may be cut in its middle."""
    assert expected == may_be_cut_from(words(shown), words(known))


def test_initials_stand_for_words_that_begin_so():
    """On either side."""
    assert initials_agree(words("J P"), words("JEAN PAUL"))
    assert initials_agree(words("JEAN PAUL"), words("JEAN P"))
    assert not initials_agree(words("J M"), words("JEAN PAUL"))
    assert not initials_agree((), words("JEAN"))
