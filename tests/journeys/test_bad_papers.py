"""What a camera is shown that isn't a student's card and document, whole and in order: nothing is filed on a guess."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from kiosk.camera.webcam import Webcam
from kiosk.demo import cards, documents, spoiled
from kiosk.demo.campus import TODAY
from kiosk.demo.fictional import PaperKind, Situation
from kiosk.errors import CameraAway
from kiosk.reading.opencv import cv2
from kiosk.triage.words import Symptom
from kiosk.visit import Brought, visit
from tests.journeys.commands import Ended, Kiosk, someone

STUDENT = someone(kind=PaperKind.CARD)
OTHER = someone(kind=PaperKind.PASSPORT)
CARD, DOCUMENT = cards.draw_card(STUDENT), documents.draw_document(STUDENT)
Show = Callable[..., Ended]


def saved(folder: Path, name: str, picture: np.ndarray) -> Path:
    folder.mkdir(exist_ok=True)
    assert cv2.imwrite(str(folder / name), picture)
    return folder / name


@pytest.fixture
def show(fresh, tmp_path) -> Show:
    """Submit these pictures or paths; what isn't named is in order."""

    def submit(card=CARD, document=DOCUMENT, *words: str) -> Ended:
        paths = [
            saved(tmp_path / "shown", name, each) if isinstance(each, np.ndarray) else each
            for name, each in (("card.png", card), ("document.png", document))
        ]
        return fresh.run("submit", "--card", paths[0], "--document", paths[1], *words)

    return submit


def requests_of(kiosk: Kiosk) -> int:
    with kiosk.kit() as kit:
        return sum(kit.store.counts().values())


@pytest.mark.parametrize(
    ("card", "document"),
    [
        (spoiled.upside_down(CARD), spoiled.upside_down(DOCUMENT)),
        (spoiled.on_desk(CARD), spoiled.on_desk(DOCUMENT)),
        (spoiled.on_desk(CARD, turn=-6), spoiled.on_desk(DOCUMENT, turn=5)),
    ],
    ids=["upside down", "on a desk", "askew"],
)
def test_what_is_held_the_wrong_way_is_read(show, card, document):
    """Nobody has to turn anything round."""
    ended = show(card, document, "--json")

    assert (0, "match") == (ended.status, ended.json["verdict"])


UNREADABLE = {
    "torn document": (CARD, spoiled.torn(DOCUMENT)),
    "torn card": (spoiled.torn(CARD), DOCUMENT),
    "blurred": (CARD, spoiled.blurred(spoiled.on_desk(DOCUMENT))),
    "too far": (CARD, spoiled.too_far(DOCUMENT)),
    "other side of the document": (CARD, spoiled.other_side(STUDENT.paper)),
    "two cards in one frame": (spoiled.two_documents(CARD, cards.draw_card(OTHER)), DOCUMENT),
    "document in the card's place": (DOCUMENT, DOCUMENT),
    "card in the document's place": (CARD, CARD),
    "nothing but a desk": (spoiled.on_desk(CARD, share=0.001), spoiled.on_desk(CARD, share=0.001)),
}


@pytest.mark.parametrize(("card", "document"), UNREADABLE.values(), ids=UNREADABLE)
def test_what_can_not_be_read_files_nothing_and_says_what_to_bring(fresh, show, card, document):
    """Never half a reading: the person leaves with what to bring and where."""
    ended = show(card, document, "--language", "en")

    assert 1 == ended.status
    assert "unreadable" in ended.out
    assert "Bring" in ended.out
    assert 0 == requests_of(fresh)


def test_two_documents_in_one_frame_are_none(fresh, show):
    """Nobody could say whose is meant: so nothing is filed."""
    frame = spoiled.two_documents(DOCUMENT, documents.draw_document(OTHER))

    ended = show(CARD, frame)

    assert (1, 0) == (ended.status, requests_of(fresh))


@pytest.mark.parametrize(
    ("card", "document"),
    [
        (spoiled.other_university_card(), DOCUMENT),
        (CARD, documents.draw(spoiled.foreign_card(TODAY))),
        (CARD, documents.draw(spoiled.foreign_card(TODAY, "BRA"))),
        (CARD, documents.draw(spoiled.expired_passport(TODAY))),
    ],
    ids=["card of another university", "another state's card", "a card from far away", "expired, of another"],
)
def test_what_does_not_belong_together_files_nothing(fresh, show, card, document):
    """All of it is read, and it is the same mismatch."""
    ended = show(card, document, "--json")

    assert (1, "mismatch", None) == (ended.status, ended.json["verdict"], ended.json["door"])
    assert 0 == requests_of(fresh)


def test_an_expired_document_is_looked_at_by_staff(fresh):
    """It's not refused, and staff see why they must look."""
    ended = fresh.submit(someone(Situation.EXPIRED)).json

    checks = fresh.run("show", ended["reference"], "--json", login="accueil").json["verification"]["checks"]

    assert "review" == ended["verdict"]
    assert set(ended["codes"]) == {check["code"] for check in checks if check["result"] == "review"}


def no_picture(folder: Path) -> Path:
    (folder / "card.png").write_text("this is a letter, not a picture", encoding="utf-8")
    return folder / "card.png"


def half_a_picture(folder: Path) -> Path:
    path = saved(folder / "whole", "card.png", CARD)
    path.write_bytes(path.read_bytes()[:200])
    return path


def empty_folder(folder: Path) -> Path:
    (folder / "empty").mkdir()
    return folder / "empty"


def no_video(folder: Path) -> Path:
    (folder / "card.avi").write_bytes(b"RIFF" + bytes(500))
    return folder / "card.avi"


@pytest.mark.parametrize(
    "make",
    [no_picture, half_a_picture, empty_folder, no_video, lambda folder: folder / "nothing.png"],
    ids=["a text", "half a picture", "an empty folder", "no video", "no file"],
)
@pytest.mark.parametrize("place", ["card", "document"])
def test_a_path_that_shows_nothing_is_named(fresh, show, tmp_path, make, place):
    """One sentence with the path; nothing is filed."""
    path = make(tmp_path)

    ended = show(**{place: path})

    assert (1, "") == (ended.status, ended.out)
    assert str(path) in ended.sentence
    assert 0 == requests_of(fresh)


def test_a_video_that_breaks_off_too_early_is_unreadable(fresh, campus, show, tmp_path):
    """The hand was still on its way: it is no crash, and no guess."""
    whole = campus / "videos" / f"{STUDENT.number}-document.avi"
    broken = tmp_path / "document.avi"
    broken.write_bytes(whole.read_bytes()[: whole.stat().st_size // 40])

    ended = show(CARD, broken, "--json")

    assert (1, "unreadable") == (ended.status, ended.json["verdict"])
    assert 0 == requests_of(fresh)


def test_scan_goes_on_after_a_path_that_shows_nothing(fresh, tmp_path):
    """What can be read is printed; the rest is named, and the exit status says so."""
    card = saved(tmp_path, "card.png", CARD)

    ended = fresh.run("scan", tmp_path / "nothing.png", card)

    assert (1, STUDENT.number) == (ended.status, ended.json["codes"][0]["student_number"])
    assert "nothing.png" in ended.sentence


class DyingCapture:
    """A webcam that gives some pictures, then none: someone pulled its cable."""

    def __init__(self, pictures: list[np.ndarray]) -> None:
        self.pictures, self.is_released = pictures, False

    def isOpened(self) -> bool:  # noqa: N802 - OpenCV's name
        return True

    def read(self):
        return (True, self.pictures.pop(0)) if self.pictures else (False, None)

    def release(self) -> None:
        self.is_released = True


@pytest.mark.parametrize("seen", [0, 1, 2])
def test_a_camera_that_dies_in_the_middle_files_nothing(fresh, seen):
    """The person is told at once; the device is freed, and no thread is left."""
    capture = DyingCapture([spoiled.on_desk(CARD, variant=each) for each in range(seen)])
    brought = Brought(card=Path("card.avi"), document=Path("document.avi"), symptom=Symptom.BLOCKED)
    with (
        fresh.kit(open_camera=lambda _: Webcam(open_capture=lambda *_: capture)) as kit,
        pytest.raises(CameraAway, match="Check its cable"),
    ):
        visit(kit, brought)

    assert capture.is_released
    assert 0 == requests_of(fresh)


def test_without_a_camera_the_doctor_says_so_and_goes_on(fresh, tmp_path):
    """It names the part, what to do, and every other part as well."""
    config = tmp_path / "kiosk.toml"
    config.write_text("[camera]\ndevice = 63\n", encoding="utf-8")

    ended = Kiosk(config, tmp_path / "live").run("doctor", "--json")

    findings = {each["part"]: each for each in ended.json}
    with_camera = {each["part"] for each in fresh.run("doctor", "--json").json}
    assert (3, "failed") == (ended.status, findings["camera"]["level"])
    assert "plugged in" in findings["camera"]["sentence"]
    assert with_camera == set(findings)


def test_a_live_store_takes_no_pictures(tmp_path):
    """Whoever stands there must be seen by a camera."""
    config = tmp_path / "kiosk.toml"
    config.write_text("", encoding="utf-8")
    live = Kiosk(config, tmp_path / "live")

    ended = live.run("submit", "--card", saved(tmp_path, "card.png", CARD), "--document", config)

    assert (1, "") == (ended.status, ended.out)
    assert "demonstration store" in ended.sentence
