"""The inbox on a real server keeps to the contract, and takes from a terminal what is its own."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from kiosk.errors import Refused, StoreAway, TerminalRevoked
from kiosk.journal.event import Happening
from kiosk.store import Letter, Store, inbox_of, open_server
from tests.contracts.inbox import Both, InboxContract
from tests.kiosk.store.examples import NOW, a_holder, a_request
from tests.kiosk.store.sealing import a_device
from tests.servers.postgres import Cluster

DEVICE = a_device(2)
JOINED = Happening("request_joined", "", "visitor", NOW)


@pytest.fixture
def desk(cluster: Cluster, database: str) -> Iterator[Store]:
    cluster.superuse("INSERT INTO kiosk.device (login, name) VALUES ('terminal_1', 'hall')", database)
    store = open_server(cluster.server(database, "desk_1"), a_device(1))
    yield store
    store.close()


@pytest.fixture
def terminal(cluster: Cluster, database: str, desk: Store) -> Iterator[Store]:
    store = open_server(cluster.server(database, "terminal_1", "terminal"), DEVICE)
    yield store
    store.close()


class TestPostgresInbox(InboxContract):
    @pytest.fixture
    def both(self, desk: Store) -> Both:
        return desk, inbox_of(desk)


def posted(number: int, writer: str = DEVICE.writer, size: int = 4200) -> Letter:
    return Letter(f"{number:032x}", writer, bytes(size), bytes(64))


def happening(kind: str, subject: str) -> Happening:
    return Happening(kind, subject, "visitor", NOW, {"presence": "unattended"})


def test_a_terminal_posts_to_the_desk(terminal: Store, desk: Store):
    """In order, each once, and it reads none of it back but their number."""
    inbox = inbox_of(terminal)
    for number in (2, 1, 2):
        inbox.post(posted(number), NOW)

    assert (posted(2), posted(1)) == inbox_of(desk).letters()
    assert (2, 0) == inbox.letter_counts()
    for ask in (inbox.letters, lambda: inbox.set_aside("x"), lambda: inbox.take_note("x", JOINED)):
        with pytest.raises(Refused, match="at the desk"):
            ask()


def test_a_letter_that_another_key_signed_is_set_aside(terminal: Store, desk: Store):
    """The terminal's key was replaced while letters waited: they can't be proven, and hold nothing up."""
    inbox_of(terminal).post(posted(1, writer="0" * 16), NOW)
    inbox_of(terminal).post(posted(2), NOW)

    assert (posted(2),) == inbox_of(desk).letters()
    assert (1, 1) == inbox_of(desk).letter_counts()


@pytest.mark.parametrize("letter", [posted(1, size=20_001), Letter("robert", DEVICE.writer, b"x", bytes(64))])
def test_what_is_no_letter_is_not_taken(terminal: Store, desk: Store, letter: Letter):
    """Nothing huge, and no strange id."""
    with pytest.raises(Refused):
        inbox_of(terminal).post(letter, NOW)

    assert (0, 0) == inbox_of(desk).letter_counts()


def test_a_terminal_cannot_fill_the_disk(terminal: Store, cluster: Cluster, database: str):
    """With ten thousand letters waiting, the rest waits at the terminal."""
    cluster.superuse(
        "INSERT INTO kiosk.letter (id, writer, posted_at, state) "
        f"SELECT 'x' || n, '{DEVICE.writer}', '', 'posted' FROM generate_series(1, 10000) AS n",
        database,
    )

    with pytest.raises(StoreAway, match="hasn't taken in"):
        inbox_of(terminal).post(posted(1), NOW)


def test_a_revoked_terminal_posts_nothing(terminal: Store, desk: Store, cluster: Cluster, database: str):
    """And can tell that from a server that is away."""
    cluster.superuse("UPDATE kiosk.device SET state = 'revoked'", database)

    with pytest.raises(TerminalRevoked):
        inbox_of(terminal).post(posted(1), NOW)
    assert (0, 0) == inbox_of(desk).letter_counts()


def test_a_joined_ticket_opens_its_request_at_a_terminal(terminal: Store, desk: Store):
    """By code and by reference, until the request gets a new ticket."""
    standing = terminal.submit(
        a_request("r1", id="1" * 32, holder=a_holder("1")), happening("request_filed", "1" * 32)
    )
    inbox_of(desk).post(posted(2), NOW)
    second = a_request("r2", id=posted(2).id, holder=a_holder("1"))
    inbox_of(desk).take_request(second.id, second, JOINED, JOINED)

    found = terminal.by_ticket("ticket-r2")
    assert found is not None
    assert (standing.id, True) == (found.id, terminal.is_waiting("r2"))

    said = Happening("ticket_replaced", standing.id, "visitor", NOW, {"state": "waiting"})
    terminal.swap(found, replace(found, ticket_digest="new"), said)
    assert (None, True) == (terminal.by_ticket("ticket-r2"), terminal.is_waiting("r2"))
