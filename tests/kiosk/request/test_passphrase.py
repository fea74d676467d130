import math
from itertools import combinations

import pytest

from kiosk.request.passphrase import BITS, DIGITS, WORDS, new_passphrase, word_list
from kiosk.request.slip import slip_text
from kiosk.words import load_words
from tests.fakes import Randomness

SAME_PLACE = set("bcdefghijklnoprstuvx")  # on AZERTY, QWERTY and QWERTZ


def test_the_list_has_a_word_for_every_byte():
    """So that each byte drawn is a word and all are as likely."""
    assert 256 == len(set(word_list())) == len(word_list())


def test_its_letters_lie_at_the_same_place_on_every_keyboard():
    """A student from abroad types what they read."""
    assert set("".join(word_list())) <= SAME_PLACE


def test_no_word_is_easily_taken_for_another():
    """None begins another, none differs from another by one letter, and all are short."""
    words = word_list()

    assert {4, 5, 6} == {len(word) for word in words}
    assert [] == [(a, b) for a, b in combinations(words, 2) if b.startswith(a) or a.startswith(b)]
    assert [] == [
        (a, b)
        for a, b in combinations(words, 2)
        if len(a) == len(b) and sum(x != y for x, y in zip(a, b, strict=True)) < 2
    ]


def test_its_entropy_is_what_is_claimed():
    """Fifty bits where tries are limited, by the CNIL's délibération 2022-100."""
    assert math.log2(len(word_list())) * WORDS + math.log2(len(DIGITS)) == BITS
    assert BITS >= 50


def test_has_three_classes_and_fits_the_narrowest_paper():
    """Capitals, small letters, a digit; two lines of 24 characters at most."""
    phrase = new_passphrase(Randomness().secret)

    assert phrase.text == "".join(phrase.lines)
    assert all(any(map(kind, phrase.text)) for kind in (str.isupper, str.islower, str.isdigit))
    assert phrase.text.isalnum()
    assert max(map(len, phrase.lines)) <= 24
    assert 25 <= len(phrase.text) <= 37


def test_each_one_is_another():
    """Its bytes come from outside."""
    secret = Randomness().secret

    assert 20 == len({new_passphrase(secret).text for _ in range(20)})


@pytest.mark.parametrize("name", ["Rose Citron", "CITRON Zoé", "Jean-Citron D’Or"])
def test_holds_no_part_of_its_owners_name(name):
    """Directories turn such a password down; the next draw is taken."""
    at = word_list().index("citron")
    draws = iter([bytes([at] * WORDS), b"\0", bytes(range(WORDS)), b"\0"])

    assert "citron" not in new_passphrase(lambda _: next(draws), name).text.lower()


def test_shows_itself_to_no_log():
    """Its repr is empty."""
    phrase = new_passphrase(Randomness().secret)

    assert not any(line in repr(phrase) for line in phrase.lines)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_slip_says_how_it_is_typed_and_that_it_is_to_be_changed(language):
    """All of it is in the student's language, and nothing is left to be filled in."""
    words = load_words(language, "i18n", "mail")
    phrase = new_passphrase(Randomness().secret)
    text = slip_text(words, phrase, "MK-2345-6789", "lundi 23 novembre")

    assert words("slip.change") in text
    assert "\n".join(phrase.lines) in text
    assert "{" not in text
