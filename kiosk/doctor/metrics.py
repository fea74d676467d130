"""The health check and the queue as Prometheus text: numbers and the program's own words, never a person."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kiosk.doctor import Finding, Level
from kiosk.request.request import State

LEVELS = {Level.OK: 0, Level.WARNING: 1, Level.FAILED: 2}


@dataclass(frozen=True, slots=True)
class Queued:
    """How many requests are in each state, and for how long the oldest has waited (0: none waits)."""

    counts: Mapping[State, int]
    oldest_waiting_s: float


def as_prometheus(findings: Iterable[Finding], queued: Queued | None) -> str:
    """Return the text of a scrape. queued None: the store can't be asked, and says nothing rather than 0."""
    return "".join(f"{line}\n" for line in _lines(findings, queued))


def _lines(findings: Iterable[Finding], queued: Queued | None) -> Iterator[str]:
    yield from _head("kiosk_part_level", "How a part is: 0 ok, 1 warning, 2 failed.")
    for each in findings:
        yield f'kiosk_part_level{{part="{each.part}"}} {LEVELS[each.level]}'
    if queued is None:
        return
    yield from _head("kiosk_requests", "Requests in each state.")
    for state, count in queued.counts.items():
        yield f'kiosk_requests{{state="{state}"}} {count}'
    yield from _head("kiosk_oldest_waiting_seconds", "For how long the oldest waiting request has waited.")
    yield f"kiosk_oldest_waiting_seconds {queued.oldest_waiting_s:.0f}"


def _head(name: str, sentence: str) -> tuple[str, str]:
    return f"# HELP {name} {sentence}", f"# TYPE {name} gauge"
