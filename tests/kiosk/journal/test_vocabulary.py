"""What the journal may say: codes, and never a person."""

from dataclasses import replace

import pytest

from kiosk.journal.event import Happening
from kiosk.journal.vocabulary import FORMS, KINDS, check
from tests.kiosk.journal.given_events import NOON, REQUEST_ID, SEALER, a_happening

FILED = Happening(
    "request_filed",
    REQUEST_ID,
    "visitor",
    NOON,
    {
        "verdict": "review",
        "codes": "surname_one_letter expired",
        "presence": "unattended",
        "document_type": "TD3",
        "issuing_state": "D<<",
        "symptom": "blocked",
        "door": "reception",
        "holder_digest": "0f" * 32,
    },
)


def test_a_filed_request_may_be_told():
    """Its codes, its digest, and nothing else."""
    check(FILED)


def test_every_detail_has_a_form():
    """None is let through unlooked at."""
    assert set(FORMS) == {key for keys in KINDS.values() for key in keys}


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("name", "Zoé Dupond"),
        ("student_number", "21900001"),
        ("message", "account_locked"),
        ("state", "waiting"),  # a detail of other events
    ],
)
def test_a_detail_that_is_not_listed_is_a_bug(key, value):
    """Sealing refuses it, so no test and no day lets it through."""
    with pytest.raises(ValueError, match="has no detail"):
        SEALER.seal(replace(FILED, details={**FILED.details, key: value}), None)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("verdict", "Dupond"),
        ("codes", "surname_one_letter Dupond"),
        ("presence", ""),
        ("document_type", "20AA00000"),
        ("issuing_state", "FRADUPOND"),
        ("symptom", "my password is hunter2"),
        ("door", "21900001"),
        ("holder_digest", "21900001"),
        ("holder_digest", 21900001),
    ],
)
def test_a_value_that_is_not_a_word_is_a_bug(key, value):
    """A name under the right key is still a name."""
    with pytest.raises(ValueError, match=key):
        check(replace(FILED, details={**FILED.details, key: value}))


def test_the_error_does_not_repeat_the_value():
    """It lands in a log."""
    with pytest.raises(ValueError, match="door") as error:
        check(replace(FILED, details={"door": "Dupond"}))

    assert "Dupond" not in str(error.value)


@pytest.mark.parametrize("count", [-1, True, "3", 1.5])
def test_a_count_is_a_whole_number(count):
    """And not a yes."""
    with pytest.raises(ValueError, match="count"):
        check(Happening("holders_erased", "", "sue", NOON, {"count": count}))


@pytest.mark.parametrize("word", ["21900001", "Zoé Dupond", "DUPOND", "a b", REQUEST_ID + "0", "0123"])
@pytest.mark.parametrize("place", ["subject", "by"])
def test_a_person_is_neither_subject_nor_actor(place, word):
    """A request's random id, a login, or a word for nobody."""
    with pytest.raises(ValueError, match="id or a login"):
        check(replace(a_happening(), **{place: word}))


def test_an_unknown_kind_is_a_bug():
    """A new event is given its line in the vocabulary first."""
    with pytest.raises(ValueError, match="no event"):
        check(replace(a_happening(), kind="request_admired"))
