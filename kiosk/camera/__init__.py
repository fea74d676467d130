"""Where frames come from: a webcam, or pictures and videos as a camera."""

from types import TracebackType
from typing import Protocol, Self

from kiosk.reading.frame import Frame


class Camera(Protocol):
    """An open source of frames. A context manager: leaving it frees the device."""

    @property
    def is_live(self) -> bool:
        """True for a device, False for files."""
        ...

    def read(self) -> Frame | None:
        """Return the next frame, None at the end of files. Raises CameraAway."""
        ...

    def close(self) -> None: ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None, /
    ) -> None: ...
