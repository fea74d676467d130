"""Whether a student is registered for the current year. Pure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from kiosk.directory.ldap_time import generalized_time

YEAR = re.compile(r"\d{4}", re.ASCII)
YEAR_IN_ENROLMENT = re.compile(r"\[\s*anneeinsc\s*=\s*(\d{4})\s*\]", re.ASCII | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class YearTurns:
    """The day of the calendar year from which the registration of the year before no longer counts."""

    month: int = 9
    day: int = 1


def is_registered(
    years: Iterable[str], enrolments: Iterable[str], ends: Iterable[str], now: datetime, turns: YearTurns
) -> bool | None:
    """Return None where the directory tells nothing that can be read.

    years: supannEtuAnneeInscription, "2026" for 2026-27. enrolments: supannEtuInscription. ends: supannEtuDateFin.
    now: local time.
    """
    read = [generalized_time(each) for each in ends]
    known_ends = [each for each in read if each is not None]
    if known_ends and max(known_ends) < now:
        return False
    told = [year.strip() for year in years]
    told += [year for each in enrolments for year in YEAR_IN_ENROLMENT.findall(each)]
    known = [int(year) for year in told if YEAR.fullmatch(year)]
    if not known:
        return None
    current = now.year if (now.month, now.day) >= (turns.month, turns.day) else now.year - 1
    return any(year >= current for year in known)
