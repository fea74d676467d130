"""`kiosk scan PATH...`: what pictures, folders and videos show, frame by frame, or with --steady what is accepted."""

import argparse
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from kiosk.camera.pictures import Pictures
from kiosk.commands import shown
from kiosk.commands.context import settings_of
from kiosk.commands.output import print_json
from kiosk.commands.subcommands import Commands
from kiosk.errors import CameraAway
from kiosk.reading.frame import Frame
from kiosk.reading.frame_reader import FrameReader
from kiosk.sitting import Acceptance, accepted, is_still
from kiosk.wiring import frame_reader

DONE, NOT_OPENED = 0, 1


def add_to(commands: Commands, shared: argparse.ArgumentParser) -> None:
    """Add the command."""
    parser = commands.add_parser("scan", parents=[shared], help="what pictures, folders and videos show")
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    parser.add_argument(
        "--threads", type=_threads, default=1, metavar="N", help="for reading one frame (1 to 16)"
    )
    parser.add_argument(
        "--steady", action="store_true", help="each path is one sitting: print what is accepted"
    )
    parser.set_defaults(command=run)


def _threads(text: str) -> int:
    number = int(text)
    if not 1 <= number <= 16:
        raise ValueError(text)
    return number


def run(arguments: argparse.Namespace) -> int:
    """Print JSON Lines; 1 if a path couldn't be opened, which is said on standard error."""
    reader = frame_reader(settings_of(arguments), arguments.threads)
    scan = _steady if arguments.steady else _frames
    return max([scan(path, reader) for path in arguments.paths])


def _frames(path: Path, reader: FrameReader) -> int:
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


def _steady(path: Path, reader: FrameReader) -> int:
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
