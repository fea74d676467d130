"""Write to a device file without waiting for ever."""

import os
import select
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kiosk.errors import PrinterAway


@contextmanager
def open_device(path: Path) -> Iterator[int]:
    """Open the device for writing, never creating it, and close it. Raises PrinterAway."""
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_NONBLOCK | os.O_NOCTTY)
    except OSError as error:
        raise _away(path, error.strerror or "no answer") from error
    try:
        # A plain file of that name (a copy made while the printer was unplugged) would swallow tickets.
        if stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise _away(path, "a plain file, not a device")
        yield descriptor
    except OSError as error:
        raise _away(path, error.strerror or "no answer") from error
    finally:
        os.close(descriptor)


def write_all(descriptor: int, content: bytes, timeout_s: float) -> None:
    """Write every byte, waiting at most `timeout_s` for each portion. Raises PrinterAway, OSError."""
    _wait(descriptor, timeout_s)
    while content:
        content = content[_write(descriptor, content) :]
        if content:
            _wait(descriptor, timeout_s)


def _write(descriptor: int, content: bytes) -> int:
    try:
        return os.write(descriptor, content)
    except BlockingIOError:
        return 0


def _wait(descriptor: int, timeout_s: float) -> None:
    waiting = select.poll()
    waiting.register(descriptor, select.POLLOUT)
    if not waiting.poll(timeout_s * 1000):
        raise PrinterAway("The ticket printer takes nothing: check its paper, its lid and its lamp.")


def _away(path: Path, cause: str) -> PrinterAway:
    return PrinterAway(
        f"The ticket printer at {path} can't be used ({cause}): check its cable and that it is on."
    )
