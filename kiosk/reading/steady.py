"""What several frames of one sitting say together, and when that is enough.

Evidence is a view: a frame whose picture differs from those before it. A camera that repeats a picture has
shown it once. Two views that agree are what makes a reading safe, since no check digit covers a name and bars
read in part can look whole. A still picture has one view only, and passes where `stills` says that this is
one: the reading must be valid by itself, and more certain.
"""

import hashlib
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date

from kiosk.reading.card import CardKind, CardReading
from kiosk.reading.document import DocumentReading
from kiosk.reading.document_reader import Trust, understand
from kiosk.reading.frame import Pixels
from kiosk.reading.mrz.parse import parse
from kiosk.reading.mrz_confidence import LEAST_VALID
from kiosk.reading.quality import student_numbers
from kiosk.reading.views import fuse, same_document, unlike
from kiosk.reading.zone_text import ZoneText

ENOUGH = 2  # views
MOST_VIEWS = 12  # of a document: more add time, not certainty
SLIPS = 2  # characters in which a view may differ from what all say and still agree
BEST_FIRST = (CardKind.STUDENT_NUMBER, CardKind.CANDIDATE, CardKind.TICKET, CardKind.ESC)

Digest = bytes


@dataclass(frozen=True, slots=True)
class AcceptedDocument:
    document: DocumentReading
    frames_used: int


@dataclass(frozen=True, slots=True)
class AcceptedCard:
    card: CardReading
    frames_used: int


def picture_digest(gray: Pixels) -> Digest:
    """Return what tells a picture from another, cheaply: every sixteenth pixel counts."""
    return hashlib.blake2b(gray[::4, ::4].tobytes(), digest_size=16, person=b"picture").digest()


class DocumentSteady:
    """Gathers the zones of one sitting's frames. Another document in between starts anew."""

    def __init__(self, trust: Trust, *, stills: bool = False, still_trust: Trust | None = None) -> None:
        """Take the trust that fused views need, and the higher one that a still picture needs."""
        self._trust = trust
        self._still = (
            still_trust or replace(trust, threshold=max(trust.threshold, LEAST_VALID)) if stills else None
        )
        self._views: list[ZoneText] = []
        self._digests: set[Digest] = set()
        self._accepted: ZoneText | None = None

    def feed(self, text: ZoneText | None, digest: Digest, *, today: date) -> AcceptedDocument | None:
        """Take a frame's zone; return the document when it is accepted, once."""
        if text is None or digest in self._digests:
            return None
        if self._views and not same_document(self._views[-1], text):
            if not is_consistent(text, today) and any(is_consistent(view, today) for view in self._views):
                return None  # a frame misread beyond recognition, not another document
            self._start_anew()
        self._digests.add(digest)
        self._views = [*self._views, text][-MOST_VIEWS:]
        if self._accepted is not None and same_document(self._accepted, text):
            return None
        accepted = self._alone(text, today) or self._together(today)
        if accepted is not None:
            self._accepted = text
        return accepted

    def _start_anew(self) -> None:
        self._views, self._digests = [], set()

    def _alone(self, text: ZoneText, today: date) -> AcceptedDocument | None:
        """Return what a still picture says by itself, where that may be enough."""
        document = understand(text, self._still, today=today) if self._still else None
        return AcceptedDocument(document, 1) if document is not None and document.valid else None

    def _together(self, today: date) -> AcceptedDocument | None:
        """Return what all views say, if enough of them agree."""
        fused = fuse(self._views)
        agreeing = sum(unlike(fused, view) <= SLIPS for view in self._views)
        if agreeing < ENOUGH:
            return None
        document = understand(fused, self._trust, today=today)
        return (
            AcceptedDocument(document, len(self._views)) if document is not None and document.valid else None
        )


def is_consistent(text: ZoneText, today: date) -> bool:
    """Return True if a view's check digits hold, as those of a misread frame seldom do."""
    zone = parse(text.lines, today=today)
    return zone is not None and zone.is_consistent


class CardSteady:
    """Counts the frames of one sitting that show the same code. Each code is accepted once."""

    def __init__(self, *, stills: bool = False) -> None:
        self._enough = 1 if stills else ENOUGH
        self._digests: set[Digest] = set()
        self._counts: Counter[CardReading] = Counter()
        self._accepted: set[CardReading] = set()

    def feed(self, codes: tuple[CardReading, ...], digest: Digest) -> AcceptedCard | None:
        """Take a frame's codes; return the best one when it is accepted. Two student numbers are two cards."""
        if digest in self._digests:
            return None
        if codes:
            self._digests.add(digest)
        if len(student_numbers(codes)) > 1:
            self._counts.clear()
            return None
        self._counts.update(set(codes))
        return self._accept(codes)

    def _accept(self, codes: tuple[CardReading, ...]) -> AcceptedCard | None:
        for code in sorted((code for code in codes if code.kind in BEST_FIRST), key=rank):
            if code not in self._accepted and self._counts[code] >= self._enough:
                self._accepted.add(code)
                return AcceptedCard(code, self._counts[code])
        return None


def rank(code: CardReading) -> int:
    """Return how early a kind counts: a number before what may be one, before what only tells the card."""
    return BEST_FIRST.index(code.kind)
