"""The power goes, a process is killed, the disk fails: between any two steps nothing is lost or half-written.

strace ends the real command at a chosen write, or lets that write fail, so every step is met and none by luck.
"""

import re
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.demo.fictional import PaperKind
from tests.journeys.commands import Ended, Kiosk, someone
from tests.journeys.test_decisions import kinds, state_of
from tests.journeys.watching import struck

STUDENT = someone(kind=PaperKind.CARD)
KILLED = -9
APPROVAL = ("request_approved", "unlocked")
Point = tuple[str, int]  # a call, and which one of its kind


def approve(kiosk: Kiosk, reference: str, *under: str) -> Ended:
    return kiosk.process("approve", reference, "--seen", login="valideuse", under=under)


def submit(kiosk: Kiosk, *under: str) -> Ended:
    return kiosk.process("submit", *kiosk.papers(STUDENT), "--json", under=under)


def injected(point: Point, what: str) -> tuple[str, ...]:
    """Return what to start a command under, so that this call ends it or fails."""
    call, number = point
    return struck(call, f"{what}:when={number}")


def counting(record: Path) -> tuple[str, ...]:
    return ("strace", "-f", "-qq", "-o", str(record), "-e", "trace=pwrite64,fdatasync,rename")


def points(record: Path) -> list[Point]:
    """Return where to strike: the first write of each transaction, its flush, and each renaming of a ticket."""
    seen = {"pwrite64": 0, "fdatasync": 0, "rename": 0}
    found, before = [], "fdatasync"
    for call in re.findall(r"^\d+ +(\w+)\(", record.read_text(), re.MULTILINE):
        seen[call] += 1
        if call != "pwrite64" or before != "pwrite64":
            found.append((call, seen[call]))
        before = call
    return found


def chosen(found: Sequence[Point], runs_whole: bool, most: int) -> Iterator[Point]:
    """Return all points, or as many as a short run has time for, evenly spread, the last one included."""
    step = 1 if runs_whole else max(1, -(-len(found) // most))
    return reversed(found[::-1][::step])


def assert_sound(kiosk: Kiosk) -> None:
    """The file is whole and its journal verifies: what the next command finds."""
    ended = kiosk.run("journal", "verify")
    with closing(sqlite3.connect(kiosk.store)) as store:
        assert [("ok",)] == store.execute("PRAGMA integrity_check").fetchall()
        assert [] == store.execute("PRAGMA foreign_key_check").fetchall()
    assert 0 == ended.status, ended.out


@pytest.fixture
def plain(references) -> str:
    return references[STUDENT.number]


def copies(kiosk: Kiosk, folder: Path) -> Iterator[Kiosk]:
    """Yield copies of the store, one for each try."""
    number = 0
    while True:
        number += 1
        yield kiosk.elsewhere(folder / f"try-{number}")


@pytest.mark.timeout(110)
def test_a_killed_approval_is_finished_by_the_next(kiosk, plain, tmp_path, runs_whole):
    """Approved once, unlocked once, whenever the first one died."""
    tries = copies(kiosk, tmp_path)
    assert 0 == approve(next(tries), plain, *counting(tmp_path / "record")).status
    states = set()

    for point in chosen(points(tmp_path / "record"), runs_whole, 9):
        each = next(tries)
        assert KILLED == approve(each, plain, *injected(point, "signal=KILL")).status, point
        assert_sound(each)
        states.add(state_of(each, plain))
        again = each.run("approve", plain, "--seen", login="responsable")
        assert again.status == 0 or "unlocked by now" in again.sentence, point
        assert ("unlocked", list(APPROVAL)) == (state_of(each, plain), kinds(each, *APPROVAL)), point
        assert not each.shows_locked(STUDENT), point

    assert {"waiting", "unlocked"} <= states


@pytest.mark.timeout(110)
def test_a_killed_visit_is_filed_once_by_the_next(fresh, tmp_path, runs_whole):
    """There is no request or a whole one; who comes again gets the one that stands."""
    tries = copies(fresh, tmp_path)
    assert 0 == submit(next(tries), *counting(tmp_path / "record")).status

    for point in chosen(points(tmp_path / "record"), runs_whole, 7):
        each = next(tries)
        assert KILLED == submit(each, *injected(point, "signal=KILL")).status, point
        assert_sound(each)
        stood = [row["reference"] for row in each.run("queue", "--json", login="accueil").json]
        again = each.submit(STUDENT)
        assert 0 == again.status
        assert stood in ([], [again.json["reference"]]), point
        assert ["request_filed"] == kinds(each, "request_filed"), point


@pytest.mark.timeout(110)
def test_an_approval_whose_disk_fails_once_is_told_and_finished_by_the_next(
    kiosk, plain, tmp_path, runs_whole
):
    """One sentence and exit status 3, or done after all; the command said `approved` where the decision is kept."""
    tries = copies(kiosk, tmp_path)
    approve(next(tries), plain, *counting(tmp_path / "record"))
    said = []

    for point in (each for each in points(tmp_path / "record") if each[0] == "pwrite64"):
        each = next(tries)
        ended = approve(each, plain, *injected(point, "error=EIO"))
        said.append((ended.status, ended.out))
        assert ended.status == 0 or (3, True) == (ended.status, bool(ended.sentence or ended.out)), point
        assert_sound(each)
        assert (ended.status == 0) == (state_of(each, plain) == "unlocked") or ended.sentence, point
        each.run("approve", plain, "--seen", login="responsable")
        assert ("unlocked", list(APPROVAL)) == (state_of(each, plain), kinds(each, *APPROVAL)), point

    assert (3, f"{plain}: approved (directory_away)\n") in said
