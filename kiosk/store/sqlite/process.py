"""Which process holds a claim, and whether it still runs: everybody who opens the file is on this computer."""

import os
from pathlib import Path

PROCESSES = Path("/proc")
STARTED = 19  # of the fields behind the program's name: field 22 of proc(5)


def this_process() -> str:
    """Return a name that no other process of this computer had since it was started."""
    return f"{os.getpid()}:{_started(os.getpid())}"


def still_runs(name: str) -> bool:
    """Return False only where the process is known to be gone; a system without /proc can't tell."""
    number, _, started = name.partition(":")
    if not number.isdigit() or not PROCESSES.joinpath("self", "stat").exists():
        return True
    return _started(int(number)) == started


def _started(number: int) -> str:
    """Return the clock ticks from the system's start to the process', "" without such a process."""
    try:
        line = PROCESSES.joinpath(str(number), "stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    state, *fields = line.rpartition(")")[2].split()
    return "" if state in "ZX" else fields[STARTED - 1]  # a zombie does nothing any more
