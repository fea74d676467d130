"""How an account stands by supannRessourceEtat and supannRessourceEtatDate. Pure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kiosk.triage.account_state import Standing

# {COMPTE}S:SupannVerrouille, {COMPTE}S:SupannVerrouille:20261123:, and with blanks for colons, as some write it.
FORM = re.compile(
    r"\{(\w+)\}\s*([AIS])(?:(?::|\s+)([A-Za-z]\w*)?)?(?::(\d{8})?)?(?::(\d{8})?)?\s*",
    re.ASCII | re.IGNORECASE,
)
LABEL = re.compile(r"\s*\{\s*COMPTE\s*\}", re.IGNORECASE)
BY_SUBSTATE = {
    "supannanticipe": Standing.ACTIVE,
    "supannactif": Standing.ACTIVE,
    "supannsursis": Standing.GRACE,
    "supannprecree": Standing.NOT_ACTIVATED,
    "supanncree": Standing.NOT_ACTIVATED,
    "supanninactif": Standing.INACTIVE,
    "supannexpire": Standing.INACTIVE,
    "supannsupprdonnees": Standing.DELETION_DUE,
    "supannsupprcompte": Standing.DELETION_DUE,
    "supannverrouille": Standing.LOCKED,
    "supannverroutechnique": Standing.TECHNICAL_LOCK,
    "supannverrouadministratif": Standing.ADMINISTRATIVE_LOCK,
}
BY_STATE = {"A": Standing.ACTIVE, "I": Standing.INACTIVE, "S": Standing.LOCKED}
STRICTEST_FIRST = (
    Standing.ADMINISTRATIVE_LOCK,
    Standing.TECHNICAL_LOCK,
    Standing.LOCKED,
    Standing.DELETION_DUE,
    Standing.INACTIVE,
    Standing.NOT_ACTIVATED,
    Standing.GRACE,
    Standing.ACTIVE,
    Standing.UNKNOWN,
)


@dataclass(frozen=True, slots=True)
class Told:
    """is_understood: every value about the account could be read; else nothing here may be relied on."""

    standing: Standing
    is_understood: bool = True


def standing_told(values: Iterable[str], today: date) -> Told:
    """Return the strictest standing in force today; values of other resources (MAIL, ...) don't count."""
    about_account = [value for value in values if LABEL.match(value)]
    found = [_standing(value, today) for value in about_account]
    standings = [each for each in found if each is not None]
    strictest = min(standings, key=STRICTEST_FIRST.index, default=Standing.UNKNOWN)
    return Told(strictest, is_understood=None not in found)


def _standing(value: str, today: date) -> Standing | None:
    """Return what one value says, UNKNOWN where its dates leave today out, None if it can't be understood."""
    found = FORM.fullmatch(value.strip())
    if found is None:
        return None
    state, substate, begins, ends = found[2].upper(), (found[3] or "").lower(), found[4], found[5]
    day = f"{today:%Y%m%d}"  # eight digits sort as days do, the years 0000 and 9999 included
    if (begins and begins > day) or (ends and ends < day):
        return Standing.UNKNOWN
    return BY_SUBSTATE.get(substate, BY_STATE[state])
