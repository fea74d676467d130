"""What is held to the camera of a demonstration: videos of specimens, changed while it runs."""

import threading
from collections.abc import Generator, Iterator, Sequence
from pathlib import Path
from typing import Self

import numpy as np

from kiosk.camera import Camera
from kiosk.camera.pictures import PICTURES, Pictures, read_picture
from kiosk.demo.desk import desk
from kiosk.demo.sheet import PX_PER_MM
from kiosk.demo.videos import FPS, HEIGHT, WIDTH, hold_to_camera
from kiosk.reading.frame import Frame, Pixels

SLIP_MM = (80, 54)
PAUSE = 12  # frames of an empty desk before a video is played again


class Props:
    """Who holds up what, told from the window's thread and asked from the camera's."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._held: Path | None = None

    def hold(self, path: Path | None) -> None:
        with self._lock:
            self._held = path

    @property
    def held(self) -> Path | None:
        with self._lock:
            return self._held

    def open_camera(self, paths: Sequence[Path] | None = None) -> Camera:
        """Open a camera that looks at whatever is held; at these files where some are named."""
        return PropCamera(self) if paths is None else Pictures(paths)


class PropCamera:
    """Plays what is held, again and again; an empty desk when nothing is. The caller keeps the rate."""

    is_live = False

    def __init__(self, props: Props) -> None:
        self._props = props
        self._held: Path | None = None
        self._film: Iterator[Frame] | None = None
        self._pause = 0

    def read(self) -> Frame:
        """Return the next frame. Raises CameraAway for a file that can't be read."""
        held = self._props.held
        if held != self._held:
            self.close()
            self._held, self._pause = held, 0
        return self._next() or Frame(desk(WIDTH, HEIGHT))

    def close(self) -> None:
        if isinstance(self._film, Generator):
            self._film.close()
        self._film = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _next(self) -> Frame | None:
        """Return the next frame of the film, None in the pause between two showings."""
        if self._held is None or self._pause > 0:
            self._pause -= 1
            return None
        if self._film is None:
            self._film = film_of(self._held)
        frame = next(self._film, None)
        if frame is None:
            self.close()
            self._pause = PAUSE
        return frame


def film_of(path: Path) -> Generator[Frame]:
    """Yield a video's frames; those of a hand that holds up the thing, for a picture of it."""
    if path.suffix.lower() in PICTURES:
        for index, pixels in enumerate(hold_to_camera(on_paper(read_picture(path)), seed=0)):
            yield Frame(pixels, index, index / FPS)
        return
    with Pictures(path) as film:
        while (frame := film.read()) is not None:
            yield frame


def on_paper(code: Pixels) -> Pixels:
    """Return a ticket's code in the middle of a slip of paper, where no thumb covers it."""
    paper = np.full((SLIP_MM[1] * PX_PER_MM, SLIP_MM[0] * PX_PER_MM, 3), 255, np.uint8)
    times = min(paper.shape[0] // code.shape[0], paper.shape[1] // 2 // code.shape[1])
    large = code.repeat(times, axis=0).repeat(times, axis=1)
    top, left = ((room - size) // 2 for room, size in zip(paper.shape[:2], large.shape[:2], strict=True))
    paper[top : top + large.shape[0], left : left + large.shape[1]] = large
    return paper
