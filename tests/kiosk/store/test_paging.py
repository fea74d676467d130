"""The queue's order and its page keys."""

import base64
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.errors import Refused
from kiosk.store.paging import Place, key_of, page_of, place, place_of
from tests.kiosk.store.examples import DAY, NOW, a_request

places = st.tuples(st.integers(0, 1), st.text(max_size=40), st.text(max_size=40))


@given(places)
def test_a_key_gives_its_place_back(where: Place):
    """Whatever the id is made of."""
    assert where == place_of(key_of(where))


@given(st.text())
def test_any_text_is_a_key_or_refused(text: str):
    """Nothing else comes of what a person may have edited."""
    with suppress(Refused):
        place_of(text)


@pytest.mark.parametrize(
    "content", [b"7", b"null", b"[0, 1]", b'["x", "", ""]', b"[null, 1, 2]", b"\xff", b"[[], 1, 2]"]
)
def test_a_key_with_other_content_is_refused(content: bytes):
    """It decodes, and still is no place."""
    with pytest.raises(Refused):
        place_of(base64.urlsafe_b64encode(content).decode())


def test_sorted_lines_become_one_page():
    """Merged, cut at the limit, and followed by the key of the last one shown."""
    lines = [[a_request("a"), a_request("d")], [a_request("b"), a_request("c", due_at=NOW + 9 * DAY)]]

    page = page_of([sorted(line, key=place) for line in lines], 2)

    assert (["a", "b"], key_of(place(a_request("b")))) == (
        [each.reference for each in page.requests],
        page.after,
    )


def test_a_last_page_has_no_key():
    """Even one that is just full."""
    assert page_of([[a_request("a")], [a_request("b")]], 2).after is None
