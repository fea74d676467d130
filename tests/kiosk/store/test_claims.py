"""What SQLite knows beyond the contract: a claim ends with the process that made it."""

import subprocess
import sys
from datetime import timedelta
from pathlib import Path

from kiosk.store.sqlite.process import still_runs, this_process
from tests.kiosk.store.examples import a_request, approved, happening

HOUR = timedelta(hours=1)
CLAIM_AND_DIE = """
import os, signal, sys
from datetime import timedelta
from pathlib import Path
from kiosk.store import open_store
from tests.kiosk.store.sealing import a_device
store = open_store(Path(sys.argv[1]), a_device())
assert store.claim(store.get(sys.argv[2]), timedelta(hours=1))
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_the_claim_of_a_process_that_died_is_free_at_once(store, path):
    """A desk that was killed and is started again finishes what it began, without waiting for the lease."""
    waiting = store.submit(a_request(), happening())
    after = store.swap(waiting, approved(waiting), happening())

    done = subprocess.run(
        [sys.executable, "-c", CLAIM_AND_DIE, str(path), after.reference],
        cwd=Path(__file__).parents[3],
        check=False,
    )

    assert -9 == done.returncode
    assert store.claim(after, HOUR)
    assert not store.claim(after, HOUR)


def test_a_process_that_runs_is_known_by_number_and_start():
    """A number that another process has by now doesn't count."""
    number, _, started = this_process().partition(":")

    assert still_runs(this_process())
    assert not still_runs(f"{number}:{int(started) + 1}")
    assert not still_runs(f"{2**22 + 1}:{started}")


def test_a_name_that_nobody_wrote_counts_as_running():
    """Then the lease alone ends the claim."""
    assert still_runs("")
    assert still_runs("desk-1")
