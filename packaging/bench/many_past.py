"""Years of past requests, written by the server itself: ended, their holders erased, an event each."""

from psycopg import Connection

PAST = """
    INSERT INTO kiosk.request SELECT (jsonb_populate_record(request, jsonb_build_object(
        'id', md5(n::text), 'reference', 'past-' || n, 'ticket_digest', 'past-' || n,
        'filed_at', to_char(date '2026-01-01' + n % 300, 'YYYY-MM-DD') || 'T08:00:00.000000+00:00',
        'ended_at', to_char(date '2026-01-02' + n % 300, 'YYYY-MM-DD') || 'T09:00:00.000000+00:00'))).*
        FROM kiosk.request, generate_series({first}, {last}) AS n WHERE request.id = '{pattern}';
    INSERT INTO kiosk.event SELECT 'past', n, 1, body, previous, digest, signature
        FROM generate_series({first}, {last}) AS n,
        (SELECT * FROM kiosk.event WHERE writer = '{writer}' AND sequence = 1) AS one;
"""
AT_ONCE = 50_000


def add_past(connection: Connection, pattern: str, writer: str, count: int) -> None:
    """Multiply an ended request, by its id, and a writer's first event. The server doesn't check chains meanwhile."""
    connection.execute("SET session_replication_role = replica")
    connection.execute("INSERT INTO kiosk.writer (id, public_key) VALUES ('past', '')")
    for first in range(1, count + 1, AT_ONCE):
        last = min(first + AT_ONCE - 1, count)
        connection.execute(PAST.format(first=first, last=last, pattern=pattern, writer=writer))
    connection.execute("SET session_replication_role = origin")
    connection.execute("VACUUM ANALYZE")
