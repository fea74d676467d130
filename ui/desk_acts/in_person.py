"""Verify someone who stands at the counter: own camera or hand scanner, then file in the name of who saw them."""

from dataclasses import dataclass, field, replace
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from kiosk.desk.filing_in_person import file_in_person
from kiosk.filing import Claim, Filed, TurnedAway
from kiosk.identity.verify import CardSource
from kiosk.kit import Kit
from kiosk.reading.card import CardKind
from kiosk.reading.document import DocumentReading
from kiosk.reading.hand_scanner import digits_from_keyboard
from kiosk.reading.sought import Sought
from kiosk.staff.account import StaffAccount
from kiosk.triage.words import Symptom
from ui.desk_acts.signed_in import SignedIn
from ui.terminal.one_camera import OneCamera
from ui.terminal.watching import Seen, Watcher

FILE = "file"
SITTING = "desk"
NUMBERED = (CardKind.STUDENT_NUMBER, CardKind.CANDIDATE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What the person has shown so far. number "": none yet. How it came tells whether a card was seen."""

    number: str = field(repr=False, default="")
    card: CardSource = CardSource.TYPED
    document: DocumentReading | None = field(repr=False, default=None)

    @property
    def is_complete(self) -> bool:
        return bool(self.number) and self.document is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the person says, and why a supervisor accepts edge papers."""

    symptom: Symptom
    message: str | None = None
    language: str = "fr"
    urgent: bool = False
    supervisor_reason: str | None = field(repr=False, default=None)


class InPerson(QObject):
    """One person at a time. Everything they showed is forgotten when it is filed, left, or the desk locks.

    image_came(QImage), hinted(hint or None): of the camera. shown(Shown): something was read or typed.
    camera_lost(error): card and number can still be typed or scanned. filed(Filed | TurnedAway). failed(Failure).
    """

    image_came = Signal(QImage)
    hinted = Signal(object)
    shown = Signal(object)
    camera_lost = Signal(object)
    filed = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: SignedIn, cameras: OneCamera) -> None:
        super().__init__(desk)
        self.desk = desk
        self.now = Shown()
        self.watcher = Watcher(desk.kit, cameras, self)
        self.watcher.image_came.connect(self.image_came)
        self.watcher.progressed.connect(self._on_progressed)
        self.watcher.seen.connect(self._on_seen)
        self.watcher.lost.connect(self._on_lost)

    def begin(self) -> None:
        """Take the next person: nothing is known of them, and the camera looks for card and document alike."""
        self.now = Shown()
        self.shown.emit(self.now)
        self.open_camera()

    def open_camera(self) -> None:
        """Open the camera, again where it was lost; what was read stays."""
        self.watcher.open(SITTING, Sought.ANYTHING)

    def end(self) -> None:
        """Close the camera and forget the person."""
        self.watcher.close()
        self.now = Shown()

    def take_number(self, text: str, *, has_card: bool) -> None:
        """Take a number that was typed or scanned by hand. has_card: staff hold the card that it stands on."""
        source = CardSource.NUMBER if has_card else CardSource.TYPED
        self._show(replace(self.now, number=digits_from_keyboard(text).strip(), card=source))

    def file(self, told: Told) -> bool:
        """Verify and file. Nothing is filed without a number and a document."""
        if not self.now.is_complete:
            return False
        claim = Claim(
            number=self.now.number,
            card=self.now.card,
            document=self.now.document,
            symptom=told.symptom,
            message=told.message,
            language=told.language,
            urgent=told.urgent,
        )
        work = partial(_file, claim, told.supervisor_reason)
        return self.desk.run(FILE, work, self._on_filed, self.failed.emit)

    def _on_progressed(self, hint: object, _found: int, _wanted: int) -> None:
        self.hinted.emit(hint)

    def _on_seen(self, seen: Seen) -> None:
        now = self.now
        if seen.card is not None and seen.card.kind in NUMBERED and seen.card.student_number:
            is_number = seen.card.kind is CardKind.STUDENT_NUMBER
            source = CardSource.NUMBER if is_number else CardSource.CANDIDATE
            now = replace(now, number=seen.card.student_number, card=source)
        if seen.document is not None:
            now = replace(now, document=seen.document)
        self._show(now)

    def _on_lost(self, _visit_id: str, error: Exception) -> None:
        self.watcher.close()
        self.camera_lost.emit(error)

    def _on_filed(self, outcome: Filed | TurnedAway) -> None:
        self.end()
        self.filed.emit(outcome)

    def _show(self, now: Shown) -> None:
        self.now = now
        self.shown.emit(now)


def _file(claim: Claim, reason: str | None, kit: Kit, staff: StaffAccount) -> Filed | TurnedAway:
    return file_in_person(kit, staff, claim, reason)
