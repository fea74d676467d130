"""A terminal is killed at any moment, and started again: every ticket in somebody's hand is right, once."""

import multiprocessing
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as some

from kiosk.desk.journal_keeping import verify_journal
from kiosk.desk.taking_in import take_in
from kiosk.request.request import State
from kiosk.spool.sending import send
from kiosk.visit import status
from tests.kiosk.spool.a_terminal import Given, opened, work

PATIENCE_S = 30
EACH = 100  # students of one life of the terminal
LIVES = some.lists(some.tuples(some.integers(0, 9999), some.integers(1, 25)), min_size=1, max_size=4)


def killed_after(folder: Path, life: int, seed: int, tickets: int) -> list[Given]:
    """Let the terminal live until so many tickets were given, kill it, and return every ticket that it gave."""
    ours, theirs = multiprocessing.get_context("spawn").Pipe(duplex=False)
    process = multiprocessing.get_context("spawn").Process(
        target=work, args=(folder, seed, life * EACH, theirs), daemon=True
    )
    process.start()
    theirs.close()
    given_out: list[Given] = []
    try:
        while len(given_out) < tickets:
            assert ours.poll(PATIENCE_S)
            given_out.append(ours.recv())
        process.kill()
        process.join(PATIENCE_S)
        while ours.poll():
            given_out.append(ours.recv())
    except EOFError:
        pass  # all that it had said was read
    finally:
        process.kill()
        process.join(PATIENCE_S)
        ours.close()
    return given_out


@settings(max_examples=200 if settings.get_current_profile_name() == "soak" else 3)
@given(LIVES)
def test_every_acknowledged_ticket_is_there_exactly_once_whenever_it_is_killed(lives):
    """By kill -9, between any two instructions; with the store there, away, or its answers lost; posted twice."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        tickets = [
            each
            for life, (seed, count) in enumerate(lives)
            for each in killed_after(folder, life, seed, count)
        ]
        bench, spool = opened(folder)
        try:
            send(spool, bench.kit.inbox, bench.clock.now())
            take_in(bench.kit)

            assert [] == [each for each in tickets if not is_right(bench, each)]
            assert {1} >= set(open_requests(bench).values())
            assert (0, 0) == bench.kit.inbox.letter_counts()
            assert verify_journal(bench.kit).first_broken is None
        finally:
            spool.close()
            bench.kit.store.close()


def is_right(bench, ticket: Given) -> bool:
    """Its code and its reference open one request, and it is its student's."""
    found = status(bench.kit, ticket.code).request
    by_reference = bench.kit.store.get(ticket.reference)
    return found.id == by_reference.id and ticket.number == found.holder.student_number


def open_requests(bench) -> Counter[str]:
    """Count the requests of each student."""
    page, seen = bench.kit.store.queue((State.WAITING,), limit=1000), Counter()
    seen.update(request.holder.student_number for request in page.requests)
    return seen
