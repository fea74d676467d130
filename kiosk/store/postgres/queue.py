"""The queue in PostgreSQL: each state is read along its index, then the lines are merged."""

from collections.abc import Iterable

from psycopg import sql

from kiosk.request.request import Request, State
from kiosk.store.paging import page_of, place_of
from kiosk.store.postgres.connection import Cursor
from kiosk.store.postgres.requests import SELECT
from kiosk.store.protocol import Page
from kiosk.store.rows import request_of

# (rank, due_at, id) > (...) as the index walks it, from where the last page ended.
LINE = sql.SQL(
    "({}WHERE request.state = %s AND (request.rank, request.due_at, request.id) > (%s, %s, %s) "
    "ORDER BY request.rank, request.due_at, request.id LIMIT %s)"
).format(SELECT)


def queue(cursor: Cursor, states: Iterable[State], after: str | None, limit: int) -> Page:
    """Return the page that follows the key `after`, all of it as of one moment.

    Costs the same however many requests have ended.
    """
    wanted, start = tuple(dict.fromkeys(states)), place_of(after)
    values = [value for state in wanted for value in (state.value, *start, limit + 1)]
    lines: dict[State, list[Request]] = {state: [] for state in wanted}
    if wanted:
        for row in cursor.execute(sql.SQL(" UNION ALL ").join([LINE] * len(wanted)), values):
            lines[State(row["state"])].append(request_of(row))
    return page_of(list(lines.values()), limit)
