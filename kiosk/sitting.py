"""One person's time at the camera: frames in, what is accepted out."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kiosk.camera import Camera
from kiosk.camera.pictures import PICTURES
from kiosk.reading.card import CardKind, CardReading
from kiosk.reading.document import DocumentReading
from kiosk.reading.frame_reader import FrameReader
from kiosk.reading.sought import Sought
from kiosk.reading.steady import AcceptedCard, AcceptedDocument

NUMBERED = (CardKind.STUDENT_NUMBER, CardKind.CANDIDATE)


@dataclass(frozen=True, slots=True)
class Acceptance:
    """What was accepted with one frame (its index in its file); one of card and document is there."""

    frame: int
    card: AcceptedCard | None
    document: AcceptedDocument | None


def accepted(
    camera: Camera, reader: FrameReader, *, stills: bool, sought: Sought = Sought.ANYTHING
) -> Iterator[Acceptance]:
    """Yield what is accepted, as it is. stills: one picture may be enough, by the stricter rule for it."""
    sitting = reader.sitting(stills=stills)
    while (frame := camera.read()) is not None:
        card, document = sitting.feed(reader.read(frame, sought))
        if card is not None or document is not None:
            yield Acceptance(frame.index, card, document)


def is_still(path: Path) -> bool:
    """Return True for one picture; a video or a folder shows several views."""
    return path.suffix.lower() in PICTURES and not path.is_dir()


def read_card(camera: Camera, reader: FrameReader, *, stills: bool) -> CardReading | None:
    """Return the first card accepted that bears a student number, or may; None at the end."""
    for found in accepted(camera, reader, stills=stills, sought=Sought.CARD):
        if found.card is not None and found.card.card.kind in NUMBERED:
            return found.card.card
    return None


def read_document(camera: Camera, reader: FrameReader, *, stills: bool) -> DocumentReading | None:
    """Return the first document accepted; None at the end."""
    for found in accepted(camera, reader, stills=stills, sought=Sought.DOCUMENT):
        if found.document is not None:
            return found.document.document
    return None
