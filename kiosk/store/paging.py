"""The queue's order, and the opaque key that says where a page ended. Pure."""

import base64
import binascii
import heapq
import json
from collections.abc import Iterable, Sequence
from itertools import islice

from kiosk.errors import Refused
from kiosk.request.request import Request
from kiosk.store.protocol import Page
from kiosk.store.rows import rank, time_text

Place = tuple[int, str, str]
FRONT: Place = (-1, "", "")


def place(request: Request) -> Place:
    """Return where a request stands in the queue: urgent first, then by due time, then by id."""
    return rank(request), time_text(request.due_at), request.id


def page_of(lines: Iterable[Sequence[Request]], limit: int) -> Page:
    """Return the first `limit` requests of sorted lines of which each holds up to limit + 1."""
    found = tuple(islice(heapq.merge(*lines, key=place), limit + 1))
    after = key_of(place(found[limit - 1])) if len(found) > limit else None
    return Page(found[:limit], after)


def key_of(last: Place) -> str:
    """Return a page's key: safe in an address and on a command line."""
    return base64.urlsafe_b64encode(json.dumps(last).encode()).decode()


def place_of(key: str | None) -> Place:
    """Return the place a page starts after. Raises Refused for a key that key_of didn't make."""
    if key is None:
        return FRONT
    try:
        order, due_at, request_id = json.loads(base64.b64decode(key, altchars=b"-_", validate=True))
        return int(order), str(due_at), str(request_id)
    except (binascii.Error, ValueError, TypeError) as error:
        raise Refused("This page doesn't exist: start again from the first.", "bad_page_key") from error
