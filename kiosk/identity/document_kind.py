"""What kind of paper a machine-readable zone belongs to.

Source: ICAO Doc 9303-4 to -7 (document codes); Regulation (EC) 1030/2002 (residence permits).
"""

from enum import StrEnum

from kiosk.reading.document import DocumentFormat, DocumentReading

SPECIMEN_STATE = "UTO"  # Utopia, which issues specimens only


class DocumentKind(StrEnum):
    """The kinds among which a campus chooses what it accepts."""

    NATIONAL_IDENTITY_CARD = "national_identity_card"  # of the EU, the EEA or Switzerland
    PASSPORT = "passport"
    RESIDENCE_PERMIT = "residence_permit"
    OTHER_IDENTITY_CARD = "other_identity_card"
    OTHER_DOCUMENT = "other_document"  # travel documents that aren't passports, crew cards
    DRIVING_LICENCE = "driving_licence"
    VISA = "visa"


# Identity cards of these prove identity anywhere in France. Germany writes "D".
_IDENTITY_CARD_STATES = frozenset(
    {
        "AUT",
        "BEL",
        "BGR",
        "CHE",
        "CYP",
        "CZE",
        "D",
        "DEU",
        "DNK",
        "ESP",
        "EST",
        "FIN",
        "FRA",
        "GRC",
        "HRV",
        "HUN",
    }
    | {
        "IRL",
        "ISL",
        "ITA",
        "LIE",
        "LTU",
        "LUX",
        "LVA",
        "MLT",
        "NLD",
        "NOR",
        "POL",
        "PRT",
        "ROU",
        "SVK",
        "SVN",
    }
    | {"SWE"}
)
_BY_FORMAT = {
    DocumentFormat.FRA: DocumentKind.NATIONAL_IDENTITY_CARD,
    DocumentFormat.LICENCE: DocumentKind.DRIVING_LICENCE,
    DocumentFormat.MRVA: DocumentKind.VISA,
    DocumentFormat.MRVB: DocumentKind.VISA,
}
_CREW_CARD = "AC"


def kind_of(document: DocumentReading) -> DocumentKind:
    """Return the kind. Two-letter codes that begin with P are passports as well as the plain P."""
    if document.format in _BY_FORMAT:
        return _BY_FORMAT[document.format]
    code = document.document_code.rstrip("<")
    if document.format is DocumentFormat.TD3:
        return DocumentKind.PASSPORT if code.startswith("P") else DocumentKind.OTHER_DOCUMENT
    if code == _CREW_CARD or not code.startswith(("A", "C", "I")):
        return DocumentKind.OTHER_DOCUMENT
    return _card_kind(code, _state(document.issuing_state), _state(document.nationality))


def is_specimen(document: DocumentReading) -> bool:
    return _state(document.issuing_state) == SPECIMEN_STATE


def _card_kind(code: str, issuer: str, nationality: str) -> DocumentKind:
    """Return the kind of a card: what a state issues to another's national is a residence permit."""
    if code == "IR" or (nationality and nationality != issuer):
        return DocumentKind.RESIDENCE_PERMIT
    if issuer in _IDENTITY_CARD_STATES or issuer == SPECIMEN_STATE:
        return DocumentKind.NATIONAL_IDENTITY_CARD
    return DocumentKind.OTHER_IDENTITY_CARD


def _state(code: str) -> str:
    """Return the code of a state. Cards that write a zero in "ROU" are in circulation."""
    return code.rstrip("<").replace("0", "O")
