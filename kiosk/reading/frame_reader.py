"""Everything that is read in one frame, the cheapest first."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from kiosk.reading.bar_finder import BarMap
from kiosk.reading.bar_reader import look_across
from kiosk.reading.card import (
    DEFAULT_RULES,
    CardKind,
    CardReading,
    CardRule,
    symbologies_of,
    understand_code,
)
from kiosk.reading.code_reader import read_codes
from kiosk.reading.document import DocumentReading
from kiosk.reading.document_reader import Trust, understand
from kiosk.reading.edge_map import edge_map
from kiosk.reading.frame import Frame, Pixels
from kiosk.reading.hint import Hint
from kiosk.reading.hint_choice import Seen, choose_hint
from kiosk.reading.mrz_confidence import LEAST_FUSED
from kiosk.reading.pixels import to_gray
from kiosk.reading.print_finder import LEAST_LETTERING, Print, find_print, find_soft_print
from kiosk.reading.quality import measure, motion_between, thumbnail
from kiosk.reading.region import Region
from kiosk.reading.second_zone import second_zone
from kiosk.reading.sought import Sought, is_read
from kiosk.reading.steady import (
    AcceptedCard,
    AcceptedDocument,
    CardSteady,
    Digest,
    DocumentSteady,
    picture_digest,
)
from kiosk.reading.symbology import Code
from kiosk.reading.zone_text import Sighting, ZoneReader, ZoneText

NOTHING = Print(None, None)
TREMBLES = 0.25  # motion of what is held; of a room where nobody moves 0.1 or less, from the sensor's noise


@dataclass(frozen=True, slots=True, eq=False)
class FrameReading:
    """What one frame says. digest: tells its picture from others. text: the zone as DocumentSteady takes it."""

    codes: tuple[CardReading, ...]
    document: DocumentReading | None
    text: ZoneText | None
    hint: Hint | None
    digest: Digest


class FrameReader:
    """Reads frames of one source, one after the other; used from one thread at a time."""

    def __init__(
        self,
        zones: ZoneReader,
        rules: Sequence[CardRule] = DEFAULT_RULES,
        *,
        today: Callable[[], date],
        specimens_allowed: bool = False,
    ) -> None:
        """Take who reads zones, and what day it is, which is asked for the century of birth years."""
        self._zones = zones
        self._rules = tuple(rules)
        self._symbologies = symbologies_of(rules)
        self._trust = Trust(specimens_allowed=specimens_allowed)
        self._today = today
        self._before: Pixels | None = None

    def sitting(self, *, stills: bool = False) -> "Sitting":
        """Return what gathers the readings of one person's time at the camera, or of one still picture."""
        fused = replace(self._trust, threshold=LEAST_FUSED)
        return Sitting(CardSteady(stills=stills), DocumentSteady(fused, stills=stills), self._today)

    def read(self, frame: Frame, sought: Sought = Sought.ANYTHING) -> FrameReading:
        """Return what a frame shows: codes, a document, or what to do so that they can be read."""
        gray = to_gray(frame.pixels)
        motion = self._motion(gray)
        marks = BarMap(edge_map(gray))
        codes = () if sought is Sought.DOCUMENT else read_codes(gray, self._symbologies, marks)
        has_bars = any(code.symbology.is_linear for code in codes)
        zone = Sighting(None) if sought is Sought.CARD or has_bars else self._zones.look(gray)
        text = zone.text
        seen = Seen(
            gray.shape[1], NOTHING, self._understood(codes), text, self._document(text), is_cut=zone.is_cut
        )
        if self._shows_two(seen, gray):
            return FrameReading(seen.codes, None, None, Hint.TWO_DOCUMENTS, picture_digest(gray))
        hint = hint_for(seen, gray, marks, motion, sought)
        if hint is Hint.OTHER_SIDE and sought is Sought.DOCUMENT and self._shows_card(gray, marks):
            hint = Hint.NOT_THE_CARD
        return FrameReading(seen.codes, seen.document, text, hint, picture_digest(gray))

    def _shows_two(self, seen: Seen, gray: Pixels) -> bool:
        """Return True if another document lies beside the one that was read: nobody knows which is meant."""
        if seen.text is None or seen.document is None or not seen.document.valid:
            return False
        return second_zone(gray, seen.text, self._zones, self._is_document) is not None

    def _shows_card(self, gray: Pixels, marks: BarMap) -> bool:
        """Return True if a card's code can be read: bars that were only found may be a chip, or a portrait's hair."""
        codes = self._understood(read_codes(gray, self._symbologies, marks))
        return any(code.kind is not CardKind.OTHER for code in codes)

    def _is_document(self, text: ZoneText) -> bool:
        document = self._document(text)
        return document is not None and all(document.checks.values())

    def _motion(self, gray: Pixels) -> float:
        now = thumbnail(gray)
        before, self._before = self._before, now
        return motion_between(before, now)

    def _understood(self, codes: Sequence[Code]) -> tuple[CardReading, ...]:
        return tuple(understand_code(code, self._rules) for code in codes)

    def _document(self, text: ZoneText | None) -> DocumentReading | None:
        return None if text is None else understand(text, self._trust, today=self._today())


@dataclass(frozen=True, slots=True, eq=False)
class Sitting:
    """The readings of one person's time at the camera: feed it every frame's."""

    cards: CardSteady
    documents: DocumentSteady
    today: Callable[[], date]

    def feed(self, reading: FrameReading) -> tuple[AcceptedCard | None, AcceptedDocument | None]:
        """Take a frame's reading; return the card and the document that are accepted with it, each once."""
        return (
            self.cards.feed(reading.codes, reading.digest),
            self.documents.feed(reading.text, reading.digest, today=self.today()),
        )


def hint_for(seen: Seen, gray: Pixels, marks: BarMap, motion: float, sought: Sought) -> Hint | None:
    """Return what to ask; measured only where something was not read."""
    if is_read(seen.codes, seen.document, sought):
        return choose_hint(seen, measure(gray, None, motion), sought)
    seen = replace(seen, shown=shown_in(gray, marks, seen.zone, motion))
    quality = measure(gray, seen.shown.region, motion, seen.shown.extent)
    return choose_hint(seen, quality, sought)


def shown_in(gray: Pixels, marks: BarMap, text: ZoneText | None = None, motion: float = 0.0) -> Print:
    """Return what a picture shows; where a zone was found, its place is the one to measure.

    Bars that can't be a code aren't told: a chip, a portrait, lines of text. Nor are outlines: a hand, a chair.
    Print out of focus is only looked for where something trembles, or in a still, whose motion is 0.
    """
    shown = find_print(marks)
    if text is not None:
        return replace(shown, region=Region.around(text.corners, gray.shape), extent=None)
    if shown.bars is not None and look_across(gray, shown.bars) is None:
        shown = replace(shown, bars=None)
    if shown.bars is not None:
        return replace(shown, region=shown.region or Region.around(shown.bars.corners, gray.shape))
    if shown.lettering >= LEAST_LETTERING:
        return shown
    return NOTHING if 0 < motion < TREMBLES else find_soft_print(gray)
