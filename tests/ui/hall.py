"""A terminal in a hall: real window, real store; a hand that holds things to a camera that a test makes."""

import threading
from collections import deque
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

import numpy as np
from PySide6.QtCore import Qt

from kiosk.errors import CameraAway
from kiosk.reading.card import CardKind, CardReading
from kiosk.reading.document import DocumentReading
from kiosk.reading.frame import Frame
from kiosk.reading.frame_reader import FrameReading
from kiosk.reading.hint import Hint
from kiosk.reading.steady import AcceptedCard, AcceptedDocument
from kiosk.triage.words import Door, Symptom
from tests.fakes import FakePrinter
from tests.given import NUMBER, a_document
from tests.kits import Bench, a_bench
from ui.parts.door_facts import OfficeView
from ui.parts.tap import Tap
from ui.screens.messages import Message
from ui.session_controller import SessionController, TerminalFace
from ui.terminal.campus import Campus
from ui.terminal.timing import Timing
from ui.terminal.voice import Voice
from ui.terminal.window import TerminalWindow
from ui.words import Words, load_words

CARD = CardReading("Code128", NUMBER, CardKind.STUDENT_NUMBER, NUMBER)
LANGUAGES = ("fr", "en")
LONG = Timing(call=50, clock=3_600_000, settle=0)  # a test is over sooner
QUICK = Timing(quiet=300, seconds=3, second=50, retry=50, call=50, clock=3_600_000, settle=0)
RATE_S = 0.01

CAMPUS = Campus(
    names={"fr": "Point d’accueil numérique", "en": "Digital reception point"},
    offices={
        (door, language): OfficeView(name=f"{door} {language}", place="hall B", hours="9-17")
        for door in Door
        for language in LANGUAGES
    },
    messages={
        (Symptom.BLOCKED, "fr"): (Message("account_locked", "Ce compte a été verrouillé."),),
        (Symptom.BLOCKED, "en"): (Message("account_locked", "This account has been locked."),),
        (Symptom.EXPIRED, "fr"): (Message("expired", "Expiré."), Message("old", "Trop ancien.")),
        (Symptom.EXPIRED, "en"): (Message("expired", "Expired."), Message("old", "Too old.")),
    },
    controller={"fr": "Université du Mirail", "en": "University of Le Mirail"},
    contact="dpo@example.org",
    reset_link="https://reset.example.org",
    can_print=True,
)

Thing = CardReading | DocumentReading | Hint | None


@dataclass(slots=True)
class Hand:
    """What is held to the camera; tests change it. is_away: the camera's cable is out."""

    holds: Thing = None
    is_away: bool = False
    is_open: bool = False
    opened: int = 0
    shown: deque[tuple[int, Thing]] = field(default_factory=lambda: deque(maxlen=64))
    gate: threading.Event = field(default_factory=threading.Event)  # cleared: the reader hangs
    camera_gate: threading.Event = field(default_factory=threading.Event)  # cleared: the device hangs

    def __post_init__(self) -> None:
        self.gate.set()
        self.camera_gate.set()


class HandCamera:
    """A live camera that sees the hand, at its own rate."""

    is_live = True

    def __init__(self, hand: Hand) -> None:
        if hand.is_away:
            raise CameraAway("No camera.")
        self.hand, self.index = hand, 0
        self.pace = threading.Event()
        hand.is_open, hand.opened = True, hand.opened + 1

    def read(self) -> Frame:
        self.hand.camera_gate.wait()
        self.pace.wait(RATE_S)
        if self.hand.is_away:
            raise CameraAway("No picture.")
        self.index += 1
        self.hand.shown.append((self.index, self.hand.holds))
        return Frame(np.full((72, 128, 3), self.index % 255, np.uint8), self.index, self.index * RATE_S)

    def close(self) -> None:
        self.hand.is_open = False


@dataclass(slots=True)
class HandReader:
    """Reads what the hand holds; accepts it in the second frame."""

    hand: Hand

    def sitting(self, *, stills: bool = False) -> "HandSitting":
        return HandSitting()

    def read(self, frame: Frame, sought: object) -> FrameReading:
        self.hand.gate.wait()
        holds = dict(self.hand.shown).get(frame.index)
        return FrameReading(
            codes=(holds,) if isinstance(holds, CardReading) else (),
            document=holds if isinstance(holds, DocumentReading) else None,
            text=None,
            hint=holds if isinstance(holds, Hint) else None,
            digest=bytes(frame.index),
        )


@dataclass(slots=True)
class HandSitting:
    seen: list[object] = field(default_factory=list)

    def feed(self, reading: FrameReading) -> tuple[AcceptedCard | None, AcceptedDocument | None]:
        code = reading.codes[0] if reading.codes else None
        self.seen += [thing for thing in (code, reading.document) if thing is not None]
        return (
            AcceptedCard(code, 2) if code is not None and self.seen.count(code) == 2 else None,
            AcceptedDocument(reading.document, 2)
            if reading.document is not None and self.seen.count(reading.document) == 2
            else None,
        )


class Hall:
    """Everything a test of the terminal needs; `close` leaves nothing running."""

    def __init__(
        self,
        qtbot,
        folder: Path,
        timing: Timing = LONG,
        size: tuple[int, int] = (1080, 1920),
        voice: Voice | None = None,
    ) -> None:
        self.qtbot, self.bench, self.hand = qtbot, a_bench(folder), Hand()
        self.bench.kit = replace(
            self.bench.kit,
            open_camera=lambda _: HandCamera(self.hand),
            open_reader=lambda _: HandReader(self.hand),
        )
        self.controller = SessionController(self.bench.kit, timing)
        self.window = TerminalWindow()
        self.window.resize(*size)
        self.face = TerminalFace(self.controller, self.window, CAMPUS, voice)
        qtbot.addWidget(self.window)
        self.window.show()

    def close(self) -> None:
        self.hand.gate.set()
        self.hand.camera_gate.set()
        self.face.close()
        assert self.controller.close()
        self.bench.kit.store.close()

    @property
    def words(self) -> Words:
        return load_words(self.face.language)

    @property
    def now(self) -> datetime:
        return self.bench.kit.now()

    @property
    def shown(self) -> str:
        """The name of the screen that the visitor sees."""
        return type(self.face.cover or self.face.screen).__name__

    @property
    def state(self) -> str:
        return type(self.controller.state).__name__

    def taps(self, key: str) -> list[Tap]:
        """Return what bears these words and can be seen: on the screen, on what covers it, or around it."""
        name = self.words(key).replace("\n", " ") if key in self.words.by_key else key
        return [tap for tap in self.window.findChildren(Tap) if tap.isVisible() and called(tap, name)]

    def tap(self, key: str) -> Tap:
        """Return it as soon as it is there."""
        self.qtbot.waitUntil(lambda: bool(self.taps(key)))
        return self.taps(key)[0]

    def touch(self, *keys: str) -> None:
        for key in keys:
            self.qtbot.mouseClick(self.tap(key), Qt.MouseButton.LeftButton)

    def until(self, screen: str) -> None:
        """Wait until this screen is there."""
        self.qtbot.waitUntil(lambda: self.shown == screen, timeout=10_000)

    # a student's steps, each from where the one before ended

    def say_blocked(self) -> None:
        self.touch("first.start", "motive.blocked", "notice.accept")
        self.until("CardScreen")

    def show_card(self, card: CardReading = CARD) -> None:
        self.hand.holds = card
        self.until("DocumentScreen")

    def show_document(self, document: DocumentReading | None = None) -> None:
        self.hand.holds = document or a_document()
        self.until("ReviewScreen")
        self.hand.holds = None

    def to_ticket(self) -> None:
        self.say_blocked()
        self.show_card()
        self.show_document()
        self.touch("review.send")
        self.until("TicketScreen")


def called(tap: Tap, name: str) -> bool:
    """Return whether this is its name, or the first sentence of it."""
    return tap.accessibleName().split(". ")[0] == name


__all__ = ["CAMPUS", "CARD", "LONG", "QUICK", "Bench", "FakePrinter", "Hall", "Hand"]
