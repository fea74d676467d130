"""Staff passwords."""

import unicodedata

import pytest
from argon2 import PasswordHasher, extract_parameters

from kiosk.errors import Refused
from kiosk.staff.passwords import NOBODY, hash_password, is_right, needs_rehash

GOOD = "quatre-violettes-au-pont"


@pytest.fixture(scope="module")
def good_hash() -> str:
    return hash_password(GOOD, "ann")


def test_the_right_password_is_right(good_hash):
    """What was set opens."""
    assert is_right(GOOD, good_hash)


@pytest.mark.parametrize("wrong", ["", "quatre-violettes-au-Pont", GOOD + " ", "x" * 5000])
def test_any_other_password_is_wrong(good_hash, wrong):
    """Nothing else opens, however long."""
    assert not is_right(wrong, good_hash)


def test_nothing_is_right_for_an_unknown_login():
    """The hash that stands for nobody has a password that nobody knows, and would not be believed."""
    assert not is_right(GOOD, None)


def test_an_unknown_login_costs_what_a_known_one_does(good_hash):
    """Both are argon2id with the same parameters, so time tells nothing."""
    assert extract_parameters(good_hash) == extract_parameters(NOBODY)


def test_a_damaged_hash_opens_nothing():
    """A row that was cut short is no way in."""
    assert not is_right(GOOD, "$argon2id$v=19$m=65536")


def test_the_same_password_is_hashed_differently_each_time(good_hash):
    """Two people with one password don't show it."""
    assert good_hash != hash_password(GOOD, "ann")


@pytest.mark.parametrize(
    ("password", "reason"),
    [
        ("elevenchars", "password_too_short"),
        ("x" * 1025, "password_too_long"),
        ("adele.approver", "password_is_login"),
        ("ADELE.approver", "password_is_login"),
        ("Adele.Approver1", "password_is_login"),
        ("adele.approveradele.approver", "password_is_login"),
    ],
)
def test_a_weak_password_is_refused_with_its_reason(password, reason):
    """Length counts, and the login doesn't."""
    with pytest.raises(Refused) as refused:
        hash_password(password, "adele.approver")

    assert (reason,) == refused.value.reasons


def test_a_login_inside_a_long_password_does_no_harm():
    """A short login occurs by chance in a phrase."""
    assert is_right("cabaret-anne-montagne", hash_password("cabaret-anne-montagne", "anne"))


def test_accents_may_be_typed_either_way():
    """One keyboard sends é as one character, another as two."""
    typed = "été à la Daurade"
    one, two = (unicodedata.normalize(form, typed) for form in ("NFC", "NFD"))
    assert is_right(two, hash_password(one, "ann"))


def test_a_hash_of_today_needs_no_rehash(good_hash):
    """Its parameters are those in force."""
    assert not needs_rehash(good_hash)


def test_a_hash_of_weaker_days_needs_a_rehash():
    """Parameters grow with the years."""
    assert needs_rehash(PasswordHasher(time_cost=1, memory_cost=8 * 1024, parallelism=1).hash(GOOD))


def test_the_longest_password_is_compared_to_its_end():
    """One character more than the longest is another password."""
    longest = "ab" * 512
    assert not is_right(longest + "c", hash_password(longest, "ann"))
