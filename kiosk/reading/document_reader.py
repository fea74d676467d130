"""From a zone's text to the document's facts, with how far they can be believed."""

from dataclasses import dataclass
from datetime import date

from kiosk.reading.document import DocumentFormat, DocumentReading
from kiosk.reading.mrz.layouts import LAYOUTS
from kiosk.reading.mrz.parse import Zone, parse
from kiosk.reading.mrz.states import is_known_issuer
from kiosk.reading.mrz_confidence import LEAST_VALID, confidence
from kiosk.reading.zone_text import ZoneText


@dataclass(frozen=True, slots=True)
class Trust:
    """What makes a reading valid.

    threshold: the lowest confidence, 0 to 1. specimens_allowed: True in a demonstration only.
    """

    threshold: float = LEAST_VALID
    specimens_allowed: bool = False


def understand(text: ZoneText, trust: Trust, *, today: date) -> DocumentReading | None:
    """Return the document, or None if the text is that of no known format.

    Valid means: every check digit holds and none was used to repair the text, what no digit covers was seen
    clearly enough, the issuer exists, and the birth date is one. It does not mean genuine.
    """
    zone = parse(text.lines, today=today)
    if zone is None:
        return None
    certainty = confidence(LAYOUTS[zone.format], zone.lines, text.posteriors)
    return DocumentReading(
        format=zone.format,
        lines=zone.lines,
        checks=zone.checks,
        valid=not text.repaired and certainty >= trust.threshold and is_sound(zone, trust),
        document_code=zone.document_code,
        issuing_state=zone.issuing_state,
        number=zone.number,
        surname=zone.surname,
        given_names=zone.given_names,
        birth_date=zone.birth_date,
        expiry=zone.expiry,
        issued=zone.issued,
        surname_cut=zone.surname_cut,
        given_names_cut=zone.given_names_cut,
        confidence=certainty,
        nationality=zone.nationality,
    )


def is_sound(zone: Zone, trust: Trust) -> bool:
    """Return True if what the zone says is consistent and possible."""
    has_birth = zone.format is not DocumentFormat.LICENCE
    return (
        zone.is_consistent
        and is_known_issuer(zone.issuing_state, specimens_allowed=trust.specimens_allowed)
        and (zone.birth_date is not None or not has_birth)
    )
