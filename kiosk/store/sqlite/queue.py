"""The queue in SQLite: each state is read along its index, then the lines are merged."""

from collections.abc import Iterable

from sqlite_utils import Database

from kiosk.request.request import Request, State
from kiosk.store.paging import Place, page_of, place_of
from kiosk.store.protocol import Page
from kiosk.store.sqlite.requests import SELECT, select

LINE = (
    "WHERE request.state = ? AND (request.rank, request.due_at, request.id) > (?, ?, ?) "
    "ORDER BY request.rank, request.due_at, request.id LIMIT ?"
)


def queue(database: Database, states: Iterable[State], after: str | None, limit: int) -> Page:
    """Return the page that follows the key `after`. Costs the same however many requests have ended."""
    start = place_of(after)
    return page_of([_line(database, state, start, limit + 1) for state in dict.fromkeys(states)], limit)


def _line(database: Database, state: State, start: Place, limit: int) -> tuple[Request, ...]:
    return select(database, SELECT + LINE, [state.value, *start, limit])
