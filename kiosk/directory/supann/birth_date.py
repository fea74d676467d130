"""Ask the directory whether a birth date is right, without reading it."""

from collections.abc import Callable, Sequence
from datetime import date

from kiosk.identity.student import BirthDate
from kiosk.reading.partial_date import PartialDate

Compare = Callable[[str, str], bool | None]  # attribute, value; None: no such attribute there


def compare_birth_date(shown: PartialDate | None, attributes: Sequence[str], compare: Compare) -> BirthDate:
    """Compare in both spellings. A date of which a part is unknown can't be asked for: a person must look."""
    if shown is None:
        return BirthDate.NOT_COMPARED
    if not shown.is_complete:
        return BirthDate.UNKNOWN
    day = shown.as_date()
    if day is None:  # the 30th of February is nobody's birthday
        return BirthDate.DIFFERENT
    answers = [_answer(day, attribute, compare) for attribute in attributes]
    known = [each for each in answers if each is not None]
    if not known:
        return BirthDate.UNKNOWN
    return BirthDate.EQUAL if any(known) else BirthDate.DIFFERENT


def _answer(day: date, attribute: str, compare: Compare) -> bool | None:
    """Return None if the entry has no such attribute."""
    for spelling in (day.isoformat(), day.isoformat().replace("-", "")):
        answer = compare(attribute, spelling)
        if answer is not False:
            return answer
    return False
