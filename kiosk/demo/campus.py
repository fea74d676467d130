"""Write the fictional campus into a folder: lists, pictures, videos, settings."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from kiosk.demo import cards, documents, people, videos
from kiosk.demo.casting import ON_VIDEO
from kiosk.demo.fictional import Fictional
from kiosk.demo.lists import write_expected, write_register, write_staff
from kiosk.errors import Refused
from kiosk.reading.frame import Pixels
from kiosk.reading.opencv import cv2

COUNT = 200
SEED = 31
TODAY = date(2026, 11, 23)  # documents are made to last for years from here
PNG_EFFORT = 5  # half the size of OpenCV's own choice in twice the time

SETTINGS = """\
# The fictional campus: every name, number and picture in this folder is invented.
# Relative paths start at this file. The store itself lies in "data", unless --data or KIOSK_DATA names another folder.

data = "data"

[store]
demonstration = true
first_register = "register.csv"
first_staff = "staff.csv"

[directory]
kind = "pretend"

[channel]
kind = "directory"

[camera]
kind = "pictures"
paths = ["videos"]

[printer]
kind = "file"
"""


def students(seed: int = SEED, count: int = COUNT, today: date = TODAY) -> tuple[Fictional, ...]:
    """Return the students of a campus: the same for the same seed, the first of them covering every situation."""
    return tuple(people.student(seed, order, today) for order in range(count))


def settings_text() -> str:
    """Return the kiosk.toml of a demonstration whose lists and videos lie beside it."""
    return SETTINGS


def write_campus(
    folder: Path, students: int = COUNT, seed: int = SEED, *, today: date = TODAY, on_video: int = ON_VIDEO
) -> None:
    """Fill a folder with the fictional campus, the first `on_video` students filmed.

    The settings come last: where they are, all that they name is there. Raises Refused if the folder can't be written.
    """
    company = tuple(people.student(seed, order, today) for order in range(students))
    try:
        _write_lists(folder, company)
        for student in company:
            _write_pictures(folder / "students" / student.number, student)
        _write_videos(folder / "videos", company[:on_video])
        (folder / "kiosk.toml").write_text(settings_text(), encoding="utf-8")
    except OSError as error:
        raise Refused("The folder can't be written: choose another one, or free some room.") from error


def _write_lists(folder: Path, company: Sequence[Fictional]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    write_register(company, folder / "register.csv")
    write_expected(company, folder / "expected.csv")
    write_staff(folder / "staff.csv")


def _write_pictures(folder: Path, student: Fictional) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    _write_picture(folder / "card.png", cards.draw_card(student))
    _write_picture(folder / "document.png", documents.draw_document(student))


def _write_picture(path: Path, picture: Pixels) -> None:
    _, encoded = cv2.imencode(".png", picture, [cv2.IMWRITE_PNG_COMPRESSION, PNG_EFFORT])
    path.write_bytes(encoded.tobytes())


def _write_videos(folder: Path, company: Sequence[Fictional]) -> None:
    """Write two sittings for each: the card, then the document."""
    folder.mkdir(parents=True, exist_ok=True)
    for order, student in enumerate(company):
        card, document = cards.draw_card(student), documents.draw_document(student)
        videos.record(videos.hold_to_camera(card, 2 * order), folder / f"{student.number}-card.avi")
        videos.record(
            videos.hold_to_camera(document, 2 * order + 1), folder / f"{student.number}-document.avi"
        )
