"""The terminal says how it is; a stopped one learns it by this."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk import __version__
from kiosk.errors import StoreAway, TerminalRevoked, TerminalStopped
from kiosk.heartbeat import Heard, beat
from kiosk.kit import Kit
from kiosk.spool.sealing import CampusKey
from kiosk.spool.writing import Writing
from kiosk.store import Letter
from kiosk.store.sqlite.spool import SpoolFile
from tests.fakes import Randomness
from tests.given import NOW
from tests.kits import Bench, a_bench


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    bench = a_bench(tmp_path / "store")
    spool = SpoolFile(tmp_path / "spool.sqlite", most=5)
    spool.put(Letter("0" * 32, "w", b"x", b"y"), NOW)
    writing = Writing(spool, CampusKey(b"c" * 32).seal, "w", lambda _: b"", Randomness().secret)
    bench.kit = replace(bench.kit, spool=writing)
    yield bench
    spool.close()
    bench.kit.store.close()


def answering(kit: Kit, error: Exception) -> Kit:
    def refuse(_: object) -> None:
        raise error

    return replace(kit, beat=refuse)


def test_the_desk_hears_how_each_part_is(bench: Bench):
    """And how many letters wait here: a number, nobody's name."""
    heard: list[dict[str, str]] = []
    bench.directory.away = True

    assert Heard.YES is beat(replace(bench.kit, beat=heard.append), out_of_order="camera")

    parts = {"camera": "failed", "printer": "ok", "directory": "failed", "store": "ok"}
    assert [
        parts | {"version": __version__, "site": "mirail", "out_of_order": "camera", "spool": "1"}
    ] == heard


@pytest.mark.parametrize(
    ("error", "heard", "left"),
    [
        (StoreAway("Away."), Heard.NO, 1),
        (TerminalStopped("Paused."), Heard.STOPPED, 1),
        (TerminalRevoked("Revoked."), Heard.REVOKED, 0),
    ],
)
def test_a_revoked_terminal_wipes_its_spool(bench: Bench, error: Exception, heard: Heard, left: int):
    """A paused one, and one whose server is away, keep it."""
    assert heard is beat(answering(bench.kit, error))

    assert left == bench.kit.spool.spool.count()


def test_one_computer_has_nobody_to_tell(bench: Bench):
    """Its store is a file."""
    assert Heard.NO is beat(bench.kit)
