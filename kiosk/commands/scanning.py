"""What `kiosk scan` does with its paths; loads everything that reading pictures takes."""

import sys
import time
from collections.abc import Iterator
from pathlib import Path

from kiosk.camera.pictures import Pictures
from kiosk.commands import shown
from kiosk.commands.output import print_json
from kiosk.errors import CameraAway
from kiosk.reading.frame import Frame
from kiosk.reading.frame_reader import FrameReader
from kiosk.sitting import Acceptance, accepted, is_still

DONE, NOT_OPENED = 0, 1


def frames(path: Path, reader: FrameReader) -> int:
    """Print a line a frame."""
    status = DONE
    try:
        camera = Pictures(path)
    except CameraAway as error:
        return _not_opened(error)
    with camera:
        while True:
            try:
                frame = camera.read()
            except CameraAway as error:
                status = _not_opened(error)
                continue
            if frame is None:
                return status
            print_json(_line(camera.path or path, frame, reader))


def _line(path: Path, frame: Frame, reader: FrameReader) -> dict[str, object]:
    start = time.perf_counter()
    reading = reader.read(frame)
    elapsed_ms = (time.perf_counter() - start) * 1000
    return {
        "path": str(path),
        "frame": frame.index,
        "codes": [shown.code(code) for code in reading.codes],
        "document": shown.document(reading.document),
        "hint": reading.hint,
        "ms": round(elapsed_ms, 1),
    }


def sitting(path: Path, reader: FrameReader) -> int:
    """Print a line for what is accepted of one sitting at the camera."""
    try:
        with Pictures(path) as camera:
            for found in accepted(camera, reader, stills=is_still(path)):
                for line in _accepted(str(path), found):
                    print_json(line)
    except CameraAway as error:
        return _not_opened(error)
    return DONE


def _accepted(path: str, found: Acceptance) -> Iterator[dict[str, object]]:
    where = {"path": path, "frame": found.frame}
    if found.card is not None:
        yield {**where, "card": shown.code(found.card.card), "frames_used": found.card.frames_used}
    if found.document is not None:
        document = shown.document(found.document.document)
        yield {**where, "document": document, "frames_used": found.document.frames_used}


def _not_opened(error: CameraAway) -> int:
    sys.stderr.write(f"kiosk: {error}\n")
    return NOT_OPENED
