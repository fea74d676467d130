"""From an error to a sentence in the language of the desk: what to do, never what went wrong inside."""

from collections.abc import Iterator

from kiosk.errors import AlreadyDecided, NotFound, OutOfService, Refused
from kiosk.request.request import State
from kiosk.triage.words import Cause
from ui.words import Words


def sentence(error: Exception, words: Words) -> str:
    """Return what to tell staff."""
    return next(words(key) for key in _keys(error) if key in words.by_key)


def is_carried_out(error: AlreadyDecided) -> bool:
    """Return whether what stands was carried out: by this desk's own retry, or by another."""
    return any(reason in (State.UNLOCKED, State.HANDED_OVER) for reason in error.reasons)


def _keys(error: Exception) -> Iterator[str]:
    """Yield the keys that may hold the sentence, the most exact first; the last one is always there."""
    if isinstance(error, OutOfService):
        yield f"said.{error.part}"
        yield "said.part"
    if isinstance(error, AlreadyDecided):
        yield "said.already_carried_out" if is_carried_out(error) else "said.already_decided"
    if isinstance(error, Refused):
        yield from (f"said.{reason}" for reason in error.reasons)
        if any(reason in set(Cause) for reason in error.reasons):
            yield "said.closed_on_purpose"
        yield "said.no_such_request" if isinstance(error, NotFound) else "said.refused"
    yield "said.bug"
