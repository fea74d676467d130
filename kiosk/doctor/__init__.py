"""The health check: each part says ok, warning or failed, and what to do."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from kiosk.errors import KioskError


class Level(StrEnum):
    OK = "ok"
    WARNING = "warning"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check came to; the sentence says what to do unless all is well."""

    part: str
    level: Level
    sentence: str


# A check returns what it saw (level, sentence) or raises a KioskError, which is a failure.
Check = Callable[[], tuple[Level, str]]


def examine(checks: Mapping[str, Check]) -> tuple[Finding, ...]:
    """Run every check, each by itself: one that fails doesn't hide the next."""
    return tuple(_examine(part, check) for part, check in checks.items())


def _examine(part: str, check: Check) -> Finding:
    try:
        level, sentence = check()
    except KioskError as error:
        return Finding(part, Level.FAILED, str(error))
    return Finding(part, level, sentence)
