"""How many frames, and how long, from the first readable frame to what is accepted."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from timing import duration_ms, tell

from kiosk.camera.pictures import Pictures
from kiosk.demo.campus import students
from kiosk.demo.cards import draw_card
from kiosk.demo.documents import draw_document
from kiosk.demo.videos import hold_to_camera, record
from kiosk.reading.frame import Frame
from kiosk.reading.frame_reader import FrameReader, Sitting
from kiosk.settings import load
from kiosk.wiring import frame_reader

STUDENTS = 12


def bench_reading(folder: Path) -> None:
    """Play videos of specimens through the reader, frame by frame."""
    reader = frame_reader(load(None, {"KIOSK_DATA": str(folder)}))
    per_frame: list[float] = []
    for what, draw in (("card", draw_card), ("document", draw_document)):
        pictures = (draw(student) for student in students(count=STUDENTS))
        sittings = [_sit(path, reader, per_frame) for path in _videos(folder, what, pictures)]
        tell(f"{what}: first readable frame to accepted", [ms for ms, _ in sittings if ms is not None])
        print(f"  {what}: accepted {sum(ok for _, ok in sittings)} of {len(sittings)} sittings")
    tell("reading one 1280x720 frame", per_frame)


def _videos(folder: Path, what: str, pictures: Iterable) -> Iterator[Path]:
    for order, picture in enumerate(pictures):
        path = folder / f"{order}-{what}.avi"
        record(hold_to_camera(picture, order), path)
        yield path


def _sit(path: Path, reader: FrameReader, per_frame: list[float]) -> tuple[float | None, bool]:
    """Return the reading time from the first frame that shows something to acceptance, and whether it came."""
    sitting, since, spent = reader.sitting(), None, 0.0
    with Pictures(path) as camera:
        while (frame := camera.read()) is not None:
            seen, ms, accepted = _read(frame, reader, sitting)
            per_frame.append(ms)
            since = since if since is not None or not seen else spent
            spent += ms
            if accepted:
                return spent - (since or 0.0), True
    return None, False


def _read(frame: Frame, reader: FrameReader, sitting: Sitting) -> tuple[bool, float, bool]:
    found = []
    ms = duration_ms(lambda: found.append(reader.read(frame)))
    card, document = sitting.feed(found[0])
    return bool(found[0].codes or found[0].document), ms, card is not None or document is not None
