"""A letter's contents as bytes and back; anything else is unreadable."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kiosk.errors import Unreadable
from kiosk.journal.event import Happening
from kiosk.spool.contents import STEP, FailedAway, FiledAway, NotedAway, read, written
from tests.given import NOW, NUMBER, a_holder, a_request

FAILED = Happening("verification_failed", "", "visitor", NOW, {"verdict": "mismatch", "codes": ""})
ALL = (FiledAway(a_request()), FailedAway(NUMBER, FAILED), NotedAway(FAILED))


@pytest.mark.parametrize("contents", ALL, ids=lambda contents: type(contents).__name__)
def test_every_kind_is_read_back_whole(contents):
    """With every field."""
    assert contents == read(written(contents))


def test_letters_of_every_kind_have_one_length():
    """A thief of the disk sees how many there are, not what they are about."""
    assert {STEP} == {len(written(contents)) for contents in ALL}
    assert 2 * STEP == len(written(FiledAway(a_request(holder=a_holder(display_name="É" * 3000)))))


@given(some.binary(max_size=300))
def test_noise_is_unreadable(noise: bytes):
    """One error, whatever the bytes."""
    with pytest.raises(Unreadable):
        read(noise)


@given(
    some.recursive(
        some.none() | some.integers() | some.text(), lambda part: some.dictionaries(some.text(), part)
    )
)
def test_other_json_is_unreadable(value):
    """Also with the right form and kind."""
    for facts in (
        value,
        {"form": 1, "kind": "request", "row": value},
        {"form": 1, "kind": "note", "happening": value},
    ):
        with pytest.raises(Unreadable):
            read(json.dumps(facts).encode())


def test_a_newer_form_says_what_to_do():
    """A terminal may be ahead of the desk."""
    with pytest.raises(Unreadable, match="install"):
        read(b'{"form": 2}')
