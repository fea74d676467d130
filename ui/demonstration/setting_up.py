"""What a demonstration needs before a window opens: a campus, a day of its own, a screen that it fits on."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication

from kiosk.demo.campus import COUNT, write_campus
from ui.demonstration.strip import WIDTH

UPRIGHT = (1080, 1920)
DESK = 1120  # pixels that the desk needs across
MOST_LEFT = 0.5  # of a screen: the desk needs the rest
FRAME = 60  # pixels of a screen's height that a window's frame takes
MEASURE = (
    "from PySide6.QtGui import QGuiApplication as A; a = A([]); s = a.primaryScreen().availableSize();"
    "print(s.width(), s.height())"
)
TITLE_BAR = 32  # pixels that a window's frame may take


def made_campus(folder: Path) -> Path:
    """Return the folder with the campus in it, made if it is missing. Raises Refused."""
    if not (folder / "kiosk.toml").exists():
        say(f"Making a fictional campus of {COUNT} students in {folder} (half a minute) ...")
        write_campus(folder)
    return folder


def new_day() -> Path:
    """Return a data folder of its own, so that nothing of an earlier demonstration is there."""
    return Path(tempfile.mkdtemp(prefix="mirail-kiosk-demo-"))


def has_display(environ: Mapping[str, str]) -> bool:
    if environ.get("QT_QPA_PLATFORM", "") in ("offscreen", "minimal"):
        return False
    return not sys.platform.startswith("linux") or bool(
        environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY")
    )


def has_webcam() -> bool:
    return any(Path("/dev").glob("video[0-9]*"))


def fit_to_screen(environ: Mapping[str, str]) -> float | None:
    """Let Qt draw the terminal smaller, where its upright screen is larger than this one; return the desk's factor.

    Asked in another process: Qt takes the factor before there is an application, only an application knows the
    screen, and Qt aborts where it can't open a window. Return None there.
    """
    asked = subprocess.run([sys.executable, "-c", MEASURE], capture_output=True, text=True, check=False)
    if asked.returncode != 0:
        return None
    if "QT_SCALE_FACTOR" in environ:
        return float(environ["QT_SCALE_FACTOR"])
    width, height = map(int, asked.stdout.split())
    os.environ["QT_SCALE_FACTOR"] = f"{factor_for(width, height):.3f}"
    return min(1.0, (width - left_part(width, height)) / DESK)


def factor_for(width: int, height: int) -> float:
    """Return how small the strip and the terminal have to be drawn to stand on a screen of this size."""
    return min(1.0, (height - FRAME) / UPRIGHT[1], width / (UPRIGHT[0] + WIDTH))


def left_part(width: int, height: int) -> int:
    """Return how many pixels of a screen the strip and the terminal take, at its left."""
    return min(round((UPRIGHT[0] + WIDTH) * factor_for(width, height)), round(width * MOST_LEFT))


def right_part(application: QApplication) -> QRect:
    """Return where a framed desk stands: beside the demonstration's terminal, which takes the left of the screen."""
    screen = application.primaryScreen()
    free, ratio = screen.availableGeometry(), screen.devicePixelRatio()
    left = round(left_part(round(free.width() * ratio), round(free.height() * ratio)) / ratio)
    return free.adjusted(left, TITLE_BAR, 0, -TITLE_BAR)


@contextmanager
def beside(campus: Path, day: Path, factor: float) -> Iterator[None]:
    """Run the desk in a process of its own, as it is in life, by so much smaller; it ends with the terminal."""
    words = [
        sys.executable,
        "-m",
        "ui",
        "desk",
        "--window",
        "--config",
        str(campus / "kiosk.toml"),
        "--data",
        str(day),
    ]
    environ = {**os.environ, "QT_SCALE_FACTOR": f"{factor:.3f}"}
    desk = subprocess.Popen(words, env=environ)
    try:
        yield
    finally:
        desk.terminate()
        desk.wait()


def say(*lines: str) -> None:
    """Tell whoever started this, at once."""
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    sys.stdout.flush()
