"""Where terminal and desk are two computers, the desk tells the holder that a request was filed in their name."""

from dataclasses import dataclass, field, replace

import pytest

from kiosk.desk.carrying_out import resume
from kiosk.filing import Witness, file_claim
from tests.kiosk.test_filing import a_claim


@dataclass(slots=True)
class Filings:
    """A shared store's filings, in memory."""

    waiting: list = field(default_factory=list)

    def leave_notices(self, leave) -> None:
        while self.waiting:
            leave(self.waiting.pop())


def test_the_desk_tells_once(bench, waiting):
    """At its next look, and never again."""
    bench.notices.told.clear()
    bench.kit = replace(bench.kit, filings=Filings([waiting]))

    resume(bench.kit)
    resume(bench.kit)

    assert [waiting.id] == [request.id for request in bench.notices.told]


@pytest.mark.parametrize("shared", [{"filings": Filings()}, {"beat": lambda health: None}])
def test_the_terminal_of_a_shared_store_leaves_it_to_the_desk(bench, shared):
    """It reads no address, and what it noted would lie there for ever."""
    bench.kit = replace(bench.kit, **shared)

    file_claim(bench.kit, a_claim(), Witness())

    assert ([], []) == (bench.notices.told, bench.notices.expected)


def test_on_one_computer_it_is_told_at_once(bench, waiting):
    """There the desk finds the note where the terminal left it."""
    assert [waiting.id] == [request.id for request in bench.notices.told]
