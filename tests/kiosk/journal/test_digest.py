"""Digests of a person."""

from dataclasses import replace

import pytest

from kiosk.journal.chain import verify
from kiosk.journal.digest import holder_digest, keyed_digest
from kiosk.journal.event import Happening
from kiosk.request.request import Holder
from tests.kiosk.journal.given_events import KEYS, NOON, REQUEST_ID, SEALER

HOLDER = Holder(student_number="21900001", account="u1", display_name="Zoé Dupond", salt="5a" * 16)


def test_the_same_holder_has_the_same_digest():
    """An auditor who is given the row and its salt can tell whose event it is."""
    assert holder_digest(HOLDER) == holder_digest(replace(HOLDER, message="account_locked", language="en"))


@pytest.mark.parametrize(
    "change",
    [{"student_number": "21900002"}, {"account": "u2"}, {"display_name": "Zoe Dupond"}, {"salt": "5b" * 16}],
)
def test_another_holder_or_salt_has_another_digest(change):
    """Two requests of one person, each with its own salt, can't be linked by their events."""
    assert holder_digest(HOLDER) != holder_digest(replace(HOLDER, **change))


def test_a_digest_without_a_salt_is_refused():
    """Eight digits are soon tried out."""
    with pytest.raises(ValueError, match="salt"):
        holder_digest(replace(HOLDER, salt=""))


def test_erasing_a_holder_changes_nothing_in_the_chain():
    """The event holds the digest, not the person: it verifies with the row and its salt gone."""
    event = SEALER.seal(
        Happening("request_filed", REQUEST_ID, "visitor", NOON, {"holder_digest": holder_digest(HOLDER)}),
        None,
    )
    assert verify([event], KEYS).first_broken is None
    assert not any(part in event.body for part in ("21900001", "u1", "Zoé", "Dupond", HOLDER.salt))


def test_a_keyed_digest_needs_its_key():
    """Equal texts are equal under one key only."""
    assert keyed_digest(b"k", "21900001") == keyed_digest(b"k", "21900001")
    assert keyed_digest(b"k", "21900001") != keyed_digest(b"j", "21900001")
