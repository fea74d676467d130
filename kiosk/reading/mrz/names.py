"""The name fields, as each format writes them."""

from dataclasses import dataclass, field

from kiosk.reading.mrz.alphabet import FILLER


@dataclass(frozen=True, slots=True)
class Names:
    """Surname and given names with "<" kept between their parts, and whether each may have been cut."""

    surname: str = field(repr=False)
    given_names: str = field(repr=False)
    surname_cut: bool
    given_names_cut: bool


def shared_field(text: str) -> Names:
    """Split the one field that ICAO formats have for both names, at the first "<<".

    Issuers that cut a name may shorten the surname as well as the given names: a full field marks both.
    Source: ICAO Doc 9303-3, 4.6 and Doc 9303-4, 4.2.3.
    """
    surname, _, given = text.strip(FILLER).partition(FILLER * 2)
    if text.startswith(FILLER * 2):  # a single name that its state prints as a given name
        surname, given = "", text.strip(FILLER)
    return Names(surname, given.strip(FILLER), is_full(text), is_full(text))


def separate_fields(surname: str, given_names: str = "") -> Names:
    """Take the two fields of national formats; the old French card keeps "<<" between given names."""
    return Names(
        surname.strip(FILLER),
        given_names.strip(FILLER),
        is_full(surname),
        is_full(given_names),
    )


def is_full(text: str) -> bool:
    """Return True if no filler ends the field, so that the name may have been cut."""
    return text != "" and not text.endswith(FILLER)
