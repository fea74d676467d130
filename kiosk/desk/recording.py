"""The happenings that a desk records."""

from collections.abc import Mapping
from datetime import datetime

from kiosk.journal.event import Happening
from kiosk.request.request import Request

Details = Mapping[str, str | int | bool]


def decided(kind: str, request: Request, by: str, at: datetime, details: Details | None = None) -> Happening:
    """Return the happening of one move of a request."""
    return Happening(kind, request.id, by, at, {"state": request.state, **(details or {})})
