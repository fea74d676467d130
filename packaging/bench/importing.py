"""What importing costs before anything is done."""

import subprocess
import sys
from functools import partial
from pathlib import Path

from timing import compiled, duration_ms, tell

RUNS = 11
CODES = (
    "pass",
    "import kiosk",
    "import kiosk.__main__",
    "import kiosk.wiring",
    "import ui.starting.terminal",
    "import ui.starting.desk",
)


def bench_importing(_: Path) -> None:
    """Print each module's import next to an interpreter that does nothing."""
    for code in CODES:
        _run(code)  # compiles it
        tell(f"python -c {code!r}", [duration_ms(partial(_run, code)) for _ in range(RUNS)])


def _run(code: str) -> None:
    subprocess.run([sys.executable, "-c", code], check=True, env=compiled())
