"""What goes wrong outside becomes a sentence with what to do; the disk, limits and locks here are real."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.errors import StoreAway
from kiosk.request.request import Request, State
from kiosk.store import Store, open_store
from kiosk.store.sqlite.faults import faults_told
from tests.kiosk.store.examples import a_request, happening
from tests.kiosk.store.inside import database_of
from tests.kiosk.store.sealing import a_device, holds

NOBODY = 65534

# Runs as an account that the file's mode binds: root gives itself up first.
AS_NOBODY = f"""
import os, sys
from pathlib import Path
from kiosk.errors import StoreAway
from kiosk.store import open_store
from kiosk.store.sqlite.opening import opened  # while whoever starts this may read the program
from tests.kiosk.store.sealing import a_device
folder, mode = Path(sys.argv[1]), sys.argv[2]
if os.geteuid() == 0:
    os.setresgid({NOBODY}, {NOBODY}, {NOBODY})
    os.setresuid({NOBODY}, {NOBODY}, {NOBODY})
path = folder / "data" / "kiosk.sqlite"
open_store(path, a_device()).close()
if mode == "folder":
    path.parent.chmod(0o500)
else:
    path.chmod(0o400)
try:
    open_store(path, a_device())
except StoreAway as error:
    print(error.retry, error)
finally:
    path.parent.chmod(0o700)
"""

# The process may write no file beyond this size: what it writes then, the kernel refuses.
AT_THE_LIMIT = """
import resource, sys
from kiosk.errors import StoreAway
from kiosk.store import open_store
from tests.kiosk.store.examples import a_request, happening
from tests.kiosk.store.sealing import a_device
store = open_store(sys.argv[1], a_device())
resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))
try:
    for number in range(1000):
        store.submit(a_request(f"r{number}"), happening())
        print(number)
except StoreAway as error:
    print(error)
"""


def run(program: str, *arguments: str) -> list[str]:
    """Run a program in its own process and return the lines it prints."""
    command = [sys.executable, "-c", program, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=60).stdout.splitlines()


def limit_pages(store: Store, count: int) -> None:
    """Let the file have so many pages and no more: SQLite then fails as on a full disk."""
    database_of(store).execute(f"PRAGMA max_page_count={count}").fetchall()


def fill(store: Store, filed: list[Request]) -> None:
    """File requests without end, and note those that were acknowledged."""
    filed.extend(store.submit(a_request(f"r{number}"), happening()) for number in range(1000))


@pytest.fixture
def open_folder(tmp_path_factory):
    """A folder that an account without rights may reach and write to."""
    folder = tmp_path_factory.mktemp("reach") if os.geteuid() else Path("/tmp") / f"kiosk-{os.getpid()}"  # noqa: S108  only root makes it, for a moment
    folder.mkdir(exist_ok=True)
    if os.geteuid() == 0:
        os.chown(folder, NOBODY, NOBODY)
    yield folder
    for each in sorted(folder.rglob("*"), reverse=True):
        each.rmdir() if each.is_dir() else each.unlink()
    folder.rmdir()


@pytest.mark.parametrize("what", ["folder", "file"])
def test_a_read_only_store_is_told_at_its_opening(open_folder: Path, what: str):
    """Before a visitor stands there; trying again won't help."""
    (line,) = run(AS_NOBODY, str(open_folder), what)

    assert line.startswith("False The store can't be written")


def test_a_full_disk_is_told_and_nothing_is_half_saved(store: Store):
    """The file may have no more pages; what was acknowledged stands, the rest left nothing."""
    limit_pages(store, 45)
    filed: list[Request] = []

    with pytest.raises(StoreAway, match="disk is full") as fault:
        fill(store, filed)

    assert fault.value.retry
    assert (len(filed), len(filed)) == (store.counts()[State.WAITING], len(list(store.events())))
    assert holds(store)


def test_a_store_goes_on_when_there_is_space_again(store: Store):
    """Without being opened again."""
    limit_pages(store, 45)
    with pytest.raises(StoreAway):
        fill(store, [])

    limit_pages(store, 100_000)

    assert "late" == store.submit(a_request("late"), happening()).reference


def test_a_file_that_may_not_grow_is_told_and_loses_nothing(path: Path):
    """The kernel refuses the write; every request that was acknowledged before is there."""
    *filed, sentence = run(AT_THE_LIMIT, str(path))

    with_it = open_store(path, a_device())
    kept, chained = with_it.counts()[State.WAITING], holds(with_it)
    with_it.close()

    assert sentence.startswith("The disk fails or takes no more")
    assert (len(filed), True) == (kept, chained)


def test_a_store_locked_for_too_long_is_told(path: Path):
    """Trying again may help; and once the other is done, it does."""
    store = open_store(path, a_device(), busy_timeout_s=0.05)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    with pytest.raises(StoreAway, match="locked") as fault:
        store.check()

    other.execute("ROLLBACK")
    other.close()
    store.check()
    store.close()
    assert fault.value.retry


def test_a_damaged_store_is_told(path: Path):
    """Its pages hold nonsense; trying again won't help."""
    store = open_store(path, a_device())
    for number in range(50):
        store.submit(a_request(f"r{number}"), happening())
    store.close()
    pages = bytearray(path.read_bytes())
    pages[5 * 4096 :] = b"\xa5" * len(pages[5 * 4096 :])
    path.write_bytes(pages)

    with pytest.raises(StoreAway, match="damaged") as fault:
        open_store(path, a_device())

    assert not fault.value.retry


def test_a_mistake_of_the_program_passes_untold():
    """It isn't the disk's fault, and must reach whoever mends programs."""
    with (
        closing(sqlite3.connect(":memory:")) as driver,
        pytest.raises(sqlite3.OperationalError, match="syntax"),
        faults_told(),
    ):
        driver.execute("SELEKT")
