"""Pictures, folders of pictures and videos as a camera, for demonstrations, tests and `kiosk scan`.

The caller paces: a video's frames come as fast as they are asked for.
"""

from collections import deque
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np

from kiosk.errors import CameraAway
from kiosk.reading.frame import Frame, Pixels
from kiosk.reading.opencv import cv2
from kiosk.reading.pixels import normalise

PICTURES = frozenset({".png", ".jpg", ".jpeg", ".bmp", ".webp", ".tif", ".tiff"})
VIDEOS = frozenset({".avi", ".mp4", ".mkv", ".webm", ".mov"})
MOST_PIXELS = 40_000_000  # of a video; larger than 8K
LARGEST_FILE = 200_000_000  # bytes, of a picture


class Pictures:
    """Files and folders, one after the other: a camera that ends.

    A folder stands for its pictures and videos in name order. Frames count from 0 in each file.
    """

    is_live = False

    def __init__(self, paths: Sequence[Path] | Path) -> None:
        """Raises CameraAway for a path that is not there, or a folder that holds nothing to show."""
        self._files = deque(files_of([paths] if isinstance(paths, Path) else paths))
        self._frames: Generator[Frame] | None = None
        self.path: Path | None = None

    def read(self) -> Frame | None:
        """Return the next frame, None at the end; `path` is then its file.

        Raises CameraAway for a file that can't be read; reading on goes on with the next file.
        """
        while True:
            if self._frames is not None and (frame := next(self._frames, None)) is not None:
                return frame
            if not self._files:
                return None
            self.path = self._files.popleft()
            self._frames = frames_of(self.path)

    def close(self) -> None:
        """Free the open file; nothing comes after it."""
        self._files.clear()
        if self._frames is not None:
            self._frames.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def files_of(paths: Sequence[Path]) -> Iterator[Path]:
    """Yield the files that paths stand for."""
    for path in paths:
        if path.is_dir():
            yield from files_in(path)
        elif path.exists():
            yield path
        else:
            raise CameraAway(f"There is no file or folder at {path}.", retry=False)


def files_in(folder: Path) -> list[Path]:
    """Return a folder's pictures and videos in name order."""
    files = sorted(path for path in folder.iterdir() if path.suffix.lower() in PICTURES | VIDEOS)
    if not files:
        raise CameraAway(f"There is no picture or video in {folder}.", retry=False)
    return files


def frames_of(path: Path) -> Generator[Frame]:
    """Yield the frames of a picture or video."""
    if path.suffix.lower() in VIDEOS:
        yield from video_frames(path)
    else:
        yield Frame(read_picture(path))


def read_picture(path: Path) -> Pixels:
    """Return a picture as (H, W, 3) uint8 BGR of bounded size, turned as its camera was held.

    Raises CameraAway for what is no picture, or one that claims more pixels than a camera makes.
    """
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise CameraAway(f"{path} is too large a file for a picture.", retry=False)
        pixels = cv2.imdecode(np.frombuffer(path.read_bytes(), np.uint8), cv2.IMREAD_COLOR)
    except (OSError, cv2.error) as error:
        raise CameraAway(f"{path} is no picture that can be read.", retry=False) from error
    if pixels is None:
        raise CameraAway(f"{path} is no picture that can be read.", retry=False)
    return normalise(pixels)


def video_frames(path: Path) -> Iterator[Frame]:
    """Yield a video's frames; taken_at is their place in the video."""
    with closing(Video(path)) as video:
        yield from video.frames()


class Video:
    """An open video file."""

    def __init__(self, path: Path) -> None:
        """Raises CameraAway for a file that is no video, or one of too large pictures."""
        # By FFmpeg alone: what else OpenCV tries takes digits in a name for a series of files.
        self._capture = cv2.VideoCapture(str(path), cv2.CAP_FFMPEG)
        size = [self._capture.get(side) for side in (cv2.CAP_PROP_FRAME_WIDTH, cv2.CAP_PROP_FRAME_HEIGHT)]
        if not self._capture.isOpened() or min(size) <= 0:
            self.close()
            raise CameraAway(f"{path} is no video that can be read.", retry=False)
        if size[0] * size[1] > MOST_PIXELS:
            self.close()
            raise CameraAway(f"{path} has too large pictures to be read.", retry=False)
        self._rate = self._capture.get(cv2.CAP_PROP_FPS) or 25.0

    def frames(self) -> Iterator[Frame]:
        """Yield the frames up to the end, or up to where the file breaks off."""
        index = 0
        while True:
            is_there, pixels = self._capture.read()
            if not is_there:
                return
            yield Frame(normalise(pixels), index, index / self._rate)
            index += 1

    def close(self) -> None:
        self._capture.release()
