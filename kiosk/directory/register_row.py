"""One line of a register file: what it must hold, and why it is rejected."""

import re
import unicodedata
from collections.abc import Callable
from datetime import date
from enum import StrEnum

from kiosk.directory.account_word import AccountWord
from kiosk.identity.register_columns import REGISTER_COLUMNS
from kiosk.triage.account_state import Standing

LONGEST = 256  # characters. Source: SupAnn's names
NUMBER = re.compile(r"[0-9A-Za-z-]{1,32}")
OLDEST_YEAR = 1900  # a placeholder such as 0001-01-01 is no birth date
DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Rejection(StrEnum):
    """Why a line isn't taken in."""

    COLUMN_COUNT = "column_count"
    QUOTES = "quotes"
    CONTROL_CHARACTER = "control_character"
    TOO_LONG = "too_long"
    NUMBER = "number"
    NUMBER_TWICE = "number_twice"
    NAME_MISSING = "name_missing"
    BIRTH_DATE = "birth_date"
    REGISTERED = "registered"
    STANDING = "standing"
    ACCOUNT = "account"

    @property
    def sentence(self) -> str:
        return SENTENCES[self]


SENTENCES = {
    Rejection.COLUMN_COUNT: "not as many columns as the first line: quote values that hold the separator",
    Rejection.QUOTES: "a quotation mark is not closed or stands in the middle of a value",
    Rejection.CONTROL_CHARACTER: "a value holds an invisible character or a line break: type it again",
    Rejection.TOO_LONG: f"a value is longer than {LONGEST} characters",
    Rejection.NUMBER: "the number is missing, too long, or holds more than letters, digits and -",
    Rejection.NUMBER_TWICE: "an earlier line has the same number: keep one of them",
    Rejection.NAME_MISSING: "surname and given name are both empty",
    Rejection.BIRTH_DATE: "the birth date is not a day written YYYY-MM-DD: correct it or leave it empty",
    Rejection.REGISTERED: "registered is not yes, no or empty",
    Rejection.STANDING: "standing is not empty nor one of " + ", ".join(Standing),
    Rejection.ACCOUNT: "account is not empty nor one of " + ", ".join(AccountWord),
}


def clean(fields: dict[str, str]) -> dict[str, str] | Rejection:
    """Return every column's value, composed and trimmed, or why the line is rejected."""
    row = {
        column: unicodedata.normalize("NFC", fields.get(column, "")).strip() for column in REGISTER_COLUMNS
    }
    fault = _fault(row)
    if fault is not None:
        return fault
    row["display_name"] = row["display_name"] or f"{row['given_name']} {row['surname']}".strip()
    return row


def _fault(row: dict[str, str]) -> Rejection | None:
    found = (fault for fault, is_wrong in FAULTS.items() if is_wrong(row))
    return next(found, None)


def _is_hidden(letter: str) -> bool:
    return unicodedata.category(letter).startswith("C") or letter in "\u2028\u2029"


def _is_day(written: str) -> bool:
    if not DATE.fullmatch(written):
        return False
    try:
        return date.fromisoformat(written).year >= OLDEST_YEAR
    except ValueError:
        return False


FAULTS: dict[Rejection, Callable[[dict[str, str]], bool]] = {
    Rejection.CONTROL_CHARACTER: lambda row: any(
        _is_hidden(letter) for value in row.values() for letter in value
    ),
    Rejection.TOO_LONG: lambda row: any(len(value) > LONGEST for value in row.values()),
    Rejection.NUMBER: lambda row: not NUMBER.fullmatch(row["number"]),
    Rejection.NAME_MISSING: lambda row: not (row["surname"] or row["given_name"]),
    Rejection.BIRTH_DATE: lambda row: bool(row["birth_date"]) and not _is_day(row["birth_date"]),
    Rejection.REGISTERED: lambda row: row["registered"] not in ("yes", "no", ""),
    Rejection.STANDING: lambda row: row["standing"] not in ("", *Standing),
    Rejection.ACCOUNT: lambda row: row["account"] not in ("", *AccountWord),
}
