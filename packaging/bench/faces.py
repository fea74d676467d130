"""The two windows: how soon they paint, how they answer, what a preview costs, what they keep, what they burn.

Each figure comes from a process of its own (face_probe.py), offscreen unless QT_QPA_PLATFORM says otherwise.
"""

import subprocess
import sys
import time
from pathlib import Path

from timing import compiled, tell

from kiosk.demo.campus import write_campus

STARTS = 15
PROBE = Path(__file__).with_name("face_probe.py")
PROBES = ("tap", "preview", "visits", "idle")


def bench_faces(folder: Path) -> None:
    """Make a small campus, then measure, each in a fresh process."""
    campus = folder / "campus"
    write_campus(campus, 40, on_video=2)
    for face in ("terminal", "desk"):
        first = _start_ms(face, campus, folder / face)  # makes the store, and takes register and staff in
        starts = [_start_ms(face, campus, folder / face) for _ in range(STARTS)]
        tell(f"{face}: process start to painted", starts)
        print(f"  {face}: the same on first use {first:.0f} ms", flush=True)
    for probe in PROBES:
        subprocess.run(_command(probe, campus, folder / probe), check=True, env=_environment())


def _start_ms(face: str, campus: Path, data: Path) -> float:
    """Return how long a start takes until the process says that its first screen is painted."""
    start = time.perf_counter()
    with subprocess.Popen(
        _command(f"start-{face}", campus, data),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=_environment(),
    ) as process:
        assert process.stdout is not None
        said = []  # about a screen too small for fingers, say: only told if nothing gets painted
        for line in process.stdout:
            if line == "painted\n":
                return (time.perf_counter() - start) * 1000
            said.append(line)
    raise RuntimeError("".join(said))


def _command(probe: str, campus: Path, data: Path) -> list[str]:
    return [sys.executable, str(PROBE), probe, str(campus), str(data)]


def _environment() -> dict[str, str]:
    root = str(Path(__file__).resolve().parents[2])
    return {"QT_QPA_PLATFORM": "offscreen", **compiled(), "PYTHONPATH": root}
