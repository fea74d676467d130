"""Every statement that the server runs for the store walks an index, functions, triggers and keys included.

The server itself tells its plans (auto_explain), with tables as full as after some years and their statistics.
"""

import re
from collections.abc import Iterator

import pytest

from kiosk.store import open_server
from tests.kiosk.store.examples import a_request, ended, happening
from tests.kiosk.store.sealing import a_device
from tests.kiosk.store.test_queries import GROW_WITH_WHAT_THEY_COUNT, QUESTIONS
from tests.servers.postgres import Cluster

PAST = 5_000
GROWING = "request|holder|event|failed_verification|failed_sign_in|register|claim|letter|ticket"
SCAN = re.compile(rf"Seq Scan on ({GROWING})\b.*")
TOLD = (
    "session_preload_libraries = 'auto_explain'",
    "auto_explain.log_min_duration = 0",
    "auto_explain.log_nested_statements = on",
)
FILL = """
    INSERT INTO kiosk.request SELECT (jsonb_populate_record(request, jsonb_build_object('id', 'past-' || n, 'reference',
        'past-' || n, 'ticket_digest', 'past-' || n, 'filed_at', '2026-09-0' || 1 + n % 5 || 'T00:00:00.000000+00:00',
        'ended_at', '2026-09-0' || 2 + n % 5 || 'T00:00:00.000000+00:00'))).*
        FROM kiosk.request, generate_series(1, {past}) AS n WHERE reference = 'old';
    INSERT INTO kiosk.holder SELECT (jsonb_populate_record(holder, jsonb_build_object('request_id', 'past-' || n,
        'student_number', 'past-' || n, 'ended_at', '2026-09-0' || 2 + n % 5 || 'T00:00:00.000000+00:00'))).*
        FROM kiosk.holder, generate_series(1, {past}) AS n WHERE request_id = 'id-old';
    INSERT INTO kiosk.claim SELECT 'past-' || n, now() FROM generate_series(1, {past}) n;
    INSERT INTO kiosk.failed_verification SELECT md5(n::text), '2026-09-07' FROM generate_series(1, {past}) n;
    INSERT INTO kiosk.failed_sign_in SELECT md5(n::text), '2026-09-07' FROM generate_series(1, {past}) n;
    INSERT INTO kiosk.register SELECT n::text, '', '', '', '', '', '', '', '', '' FROM generate_series(1, {past}) n;
    INSERT INTO kiosk.letter (id, writer, posted_at, state) SELECT md5(n::text), 'x', '', 'taken'
        FROM generate_series(1, {past}) n;
    INSERT INTO kiosk.ticket SELECT 'joined-' || n, 'joined-' || n, 'past-' || n FROM generate_series(1, {past}) n;
    ALTER TABLE kiosk.event DISABLE TRIGGER event_follows;
    INSERT INTO kiosk.event SELECT writer.id, 1000000 + n, 1, '{{}}', '', '', '' FROM kiosk.writer,
        generate_series(1, {past}) n;
    ALTER TABLE kiosk.event ENABLE TRIGGER event_follows;
    ANALYZE;
"""


@pytest.fixture(scope="module")
def full(cluster: Cluster) -> Iterator[str]:
    """A store with years in it."""
    cluster.copy("live_template", "full_template")
    store = open_server(cluster.server("full_template", "desk_1"), a_device())
    for number in range(3):
        store.submit(a_request(f"r{number}"), happening())
    old = store.submit(a_request("old"), happening())
    store.swap(old, ended(old), happening())
    store.close()
    cluster.superuse(FILL.format(past=PAST), "full_template")
    cluster.superuse("ALTER TABLE kiosk.request DISABLE TRIGGER request_told", "full_template")
    yield "full_template"
    cluster.drop("full_template")


@pytest.mark.parametrize("plans", ["force_custom_plan", "force_generic_plan"])
def test_every_question_is_answered_along_an_index(cluster: Cluster, full: str, plans: str):
    """Planned for its values, and planned once for all values as a busy connection has it."""
    for setting in (*TOLD, f"plan_cache_mode = {plans}"):
        cluster.superuse(f"ALTER DATABASE {full} SET {setting}")
    store = open_server(cluster.server(full, "desk_1"), a_device(1))
    walks, seen = {}, {}
    for question in sorted(QUESTIONS.keys() - GROW_WITH_WHAT_THEY_COUNT):
        before = cluster.log.stat().st_size
        QUESTIONS[question](store)
        told = cluster.log.read_bytes()[before:].decode()
        seen[question] = "Query Text" in told
        walks[question] = SCAN.findall(told)
    store.close()

    assert {} == {question: found for question, found in walks.items() if found}
    assert set() == {question for question, told in seen.items() if not told}
