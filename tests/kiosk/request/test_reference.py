"""References: readable by people, and safe against their slips."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kiosk.request.reference import ALPHABET, LENGTH, new_reference, parse_reference

REFERENCES = st.builds(new_reference, st.binary(min_size=8, max_size=8))
SOME = [new_reference(bytes([seed]) * 8) for seed in range(0, 256, 37)]


def bare(reference: str) -> str:
    return reference.removeprefix("MK-").replace("-", "")


def test_a_reference_looks_like_this():
    """Two groups of four after MK."""
    assert "MK-2222-2222" == new_reference(bytes(8))


def test_no_character_is_taken_for_another():
    """0 and O, 1 and I and their like are left out; 29 is a prime, which the check needs."""
    assert not set(ALPHABET) & set("0O1ILSU")
    assert 29 == len(set(ALPHABET))


@given(REFERENCES)
def test_a_reference_is_read_back(reference):
    """As it stands on the ticket."""
    assert reference == parse_reference(reference)


@given(REFERENCES, st.sampled_from(["{}", " {} ", "{}."]))
def test_case_blanks_dashes_and_prefix_do_not_matter(reference, around):
    """People write as they like."""
    for text in (reference.lower(), reference.replace("-", " "), bare(reference), " ".join(reference)):
        assert reference == parse_reference(around.format(text))


@pytest.mark.parametrize("reference", SOME)
def test_every_single_wrong_character_is_found(reference):
    """All eight places, all other characters."""
    letters = bare(reference)
    wrong = [
        letters[:place] + other + letters[place + 1 :]
        for place in range(LENGTH)
        for other in ALPHABET
        if other != letters[place]
    ]
    assert 8 * 28 == len(wrong)
    assert [None] * len(wrong) == [parse_reference(text) for text in wrong]


@given(REFERENCES, st.integers(0, LENGTH - 2))
def test_every_swapped_pair_of_neighbours_is_found(reference, place):
    """The commonest slip of the fingers."""
    letters = bare(reference)
    assume(letters[place] != letters[place + 1])
    swapped = letters[:place] + letters[place + 1] + letters[place] + letters[place + 2 :]
    assert parse_reference(swapped) is None


def test_every_swapped_pair_of_neighbours_is_found_everywhere():
    """All pairs of characters, in all places, exhaustively."""
    for place in range(LENGTH - 1):
        weights = (LENGTH - place, LENGTH - place - 1)
        for one in range(29):
            for other in set(range(29)) - {one}:
                right = weights[0] * one + weights[1] * other
                swapped = weights[0] * other + weights[1] * one
                assert (right - swapped) % 29 != 0


@given(REFERENCES, st.sampled_from([("Q", "0"), ("D", "O"), ("J", "I"), ("7", "1"), ("5", "s"), ("V", "u")]))
def test_a_look_alike_is_read_as_what_it_must_have_been(reference, pair):
    """Someone writes O for Q: no reference has an O, and only one reading has the right check character."""
    letters = bare(reference)
    assume(1 == letters.count(pair[0]))
    assert reference == parse_reference(letters.replace(*pair))


@pytest.mark.parametrize(
    "text", ["", "MK", "MK-2222", "MK-2222-22222", "0" * 8, "I" * 8, "é" * 8, "21900017", "MK-2222-222*"]
)
def test_what_is_no_reference_is_none(text):
    """A student number among it."""
    assert parse_reference(text) is None


@given(st.text(max_size=40))
def test_any_text_is_a_reference_as_tickets_write_it_or_none(text):
    """Nothing that a person types makes it fall over."""
    found = parse_reference(text)
    assert found is None or found == parse_reference(found)


def test_too_little_randomness_is_refused():
    """References must not be guessed from one another."""
    with pytest.raises(ValueError, match="8 random bytes"):
        new_reference(bytes(7))
