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

from kiosk.reading.card import CardKind, CardReading, student_numbers
from kiosk.reading.document import DocumentReading
from kiosk.reading.document_reader import Trust, understand
from kiosk.reading.frame import Pixels
from kiosk.reading.mrz_confidence import LEAST_SEEN, LEAST_VALID
from kiosk.reading.sought import ENOUGH
from kiosk.reading.views import Facts, FusedText, agrees, certainty_of, facts_of, fuse, same_document
from kiosk.reading.zone_text import ZoneText

MOST_VIEWS = 12  # of a document: more add time, not certainty
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

    def __init__(
        self, trust: Trust, *, stills: bool = False, still_trust: Trust | None = None, enough: int = ENOUGH
    ) -> None:
        """Take the trust that fused views need, how many must agree, and the higher trust that a still needs."""
        self._trust, self._enough = trust, enough
        self._still = (
            still_trust or replace(trust, threshold=max(trust.threshold, LEAST_VALID)) if stills else None
        )
        self._views: list[View] = []
        self._digests: set[Digest] = set()
        self._accepted: View | None = None

    def feed(self, text: ZoneText | None, digest: Digest, *, today: date) -> AcceptedDocument | None:
        """Take a frame's zone; return the document when it is accepted, once."""
        if text is None or digest in self._digests:
            return None
        view = View(text, facts_of(text.lines))
        if any(is_another(before, view) for before in self._views):
            if view.facts is None and any(before.facts for before in self._views):
                return None  # a frame misread beyond recognition, not another document
            self._start_anew()
        self._digests.add(digest)
        self._views = [*self._views, view][-MOST_VIEWS:]
        if self._accepted is not None and not is_another(self._accepted, view):
            return None
        accepted = self._alone(text, today) or self._together(today)
        if accepted is not None:
            self._accepted = View(text, facts_of(accepted.document.lines))
        return accepted

    def _start_anew(self) -> None:
        self._views, self._digests = [], set()

    def _alone(self, text: ZoneText, today: date) -> AcceptedDocument | None:
        """Return what a still picture says by itself, where that may be enough."""
        document = understand(text, self._still, today=today) if self._still else None
        return AcceptedDocument(document, 1) if document is not None and document.valid else None

    def _together(self, today: date) -> AcceptedDocument | None:
        """Return what all views say, if enough of them agree."""
        fused = fuse([view.text for view in self._views])
        if sum(self._vouches(fused, view) for view in self._views) < self._enough:
            return None
        document = understand(fused, self._trust, today=today)
        return (
            AcceptedDocument(document, len(self._views)) if document is not None and document.valid else None
        )

    def _vouches(self, fused: FusedText, view: "View") -> bool:
        """Return True if a view says what all say together, and is nearly sure of it by itself."""
        return agrees(fused, view.text) and certainty_of(view.text) >= min(LEAST_SEEN, self._trust.threshold)


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """A zone as one frame shows it, and what its check digits vouch for."""

    text: ZoneText
    facts: Facts | None


def is_another(before: View, view: View) -> bool:
    """Return True if two views are of two documents: unlike each other, or sound and of other facts.

    A brother's document may share the name, the office and the day of issue: three characters in four.
    """
    if before.facts is not None and view.facts is not None:
        return before.facts != view.facts
    return not same_document(before.text, view.text)


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
