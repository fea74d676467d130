"""What an errand comes back with when the store is away."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.errors import StoreAway, TerminalStopped
from kiosk.kit import Kit
from kiosk.session import effects as do
from kiosk.session.answers import Unanswered, Unknown
from kiosk.spool.sealing import CampusKey
from kiosk.spool.writing import Writing
from kiosk.store.sqlite.spool import SpoolFile
from tests.fakes import Randomness
from tests.kits import a_bench
from ui.session_controller.errands import look_up

ASKED = do.LookUp("v1", "MK-2222-2222")


class Away:
    def __init__(self, error: StoreAway) -> None:
        self._error = error

    def __getattr__(self, name: str):
        raise self._error


@pytest.fixture
def kit(tmp_path: Path) -> Iterator[Kit]:
    """A terminal's, with a spool."""
    kit = a_bench(tmp_path / "store").kit
    spool = SpoolFile(tmp_path / "spool.sqlite", most=5)
    yield replace(
        kit, spool=Writing(spool, CampusKey(b"c" * 32).seal, "w", lambda _: b"", Randomness().secret)
    )
    spool.close()
    kit.store.close()


def test_a_look_up_can_t_be_answered_while_the_store_is_away(kit: Kit):
    """The terminal stays in order, for it goes on taking requests."""
    away = replace(kit, store=Away(StoreAway("The store doesn't answer.")))

    assert Unanswered() == look_up(away, ASKED).answer
    assert Unknown() == look_up(kit, ASKED).answer


@pytest.mark.parametrize(
    ("error", "has_spool"), [(StoreAway("Away."), False), (TerminalStopped("Paused."), True)]
)
def test_a_terminal_that_takes_nothing_is_out_of_order(kit: Kit, error: StoreAway, has_spool: bool):
    """It has no spool, or was stopped at the desk."""
    away = replace(kit, store=Away(error), spool=kit.spool if has_spool else None)

    with pytest.raises(StoreAway):
        look_up(away, ASKED)
