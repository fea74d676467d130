import pytest

from kiosk.directory.connection.address import Address
from kiosk.directory.connection.servers import REST_S, Servers
from kiosk.errors import DirectoryAway
from tests.fakes import Clock
from tests.given import NOW


class Answering:
    """A server that answers with its own name, or is away. asked: how often."""

    def __init__(self, host, away=False, retry=True):
        self.address, self.away, self.retry, self.asked = Address("ldaps", host, 636), away, retry, 0

    def name(self):
        self.asked += 1
        if self.away:
            raise DirectoryAway(f"{self.address.name} is away.", retry=self.retry)
        return self.address.name


def ask(servers):
    return servers.ask(lambda link: link.name())


def test_asks_the_first_server_first():
    """The others have nothing to do."""
    first, second = Answering("one"), Answering("two")

    assert ("one", 0) == (ask(Servers([first, second], Clock(NOW).monotonic)), second.asked)


def test_asks_the_next_when_one_is_away():
    """Nobody notices."""
    assert "two" == ask(Servers([Answering("one", away=True), Answering("two")], Clock(NOW).monotonic))


def test_lets_a_server_that_was_away_rest():
    """Not every question waits for its time-out; after a while it is asked first again."""
    clock, first = Clock(NOW), Answering("one", away=True)
    servers = Servers([first, Answering("two")], clock.monotonic)
    ask(servers)
    ask(servers)
    asked_while_resting, first.away = first.asked, False
    clock.elapsed += REST_S

    assert (1, "one") == (asked_while_resting, ask(servers))


def test_says_of_every_server_why_it_is_away():
    """Whoever mends it learns everything at once; waiting helps if it helps with one."""
    servers = Servers(
        [Answering("one", away=True, retry=False), Answering("two", away=True)], Clock(NOW).monotonic
    )

    with pytest.raises(DirectoryAway) as caught:
        ask(servers)

    assert ("one is away. two is away.", True) == (str(caught.value), caught.value.retry)


def test_asking_each_needs_every_answer():
    """A proof with one server missing is none."""
    servers = Servers([Answering("one"), Answering("two", away=True)], Clock(NOW).monotonic)

    with pytest.raises(DirectoryAway):
        servers.ask_each(lambda link: link.name())
