"""Whom an approved request is about."""

from kiosk.errors import Refused
from kiosk.request.request import Holder, Request


def holder_of(request: Request) -> Holder:
    """Return the holder. Raises Refused if they were erased: then nobody knows whose account it is."""
    if request.holder is None:
        raise Refused("Whose account this is has been erased: the student must ask again.", "holder_erased")
    return request.holder
