"""Say what was accepted of recorded presentations, and when: python judge.py FOLDER [--each].

The rule of the program stands first; the others show what its parts are worth.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "mrz_model"))
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import numpy as np
from papers import TODAY
from record import Record, Text, load

from kiosk.reading.document_reader import Trust, is_sound
from kiosk.reading.mrz.parse import parse
from kiosk.reading.mrz_confidence import LEAST_FUSED, LEAST_VALID
from kiosk.reading.steady import DocumentSteady

IN_TIME_S = 1.0
Feed = Callable[[Text | None, bytes], tuple[str, ...] | None]


@dataclass(slots=True)
class EqualStrings:
    """The rule that this program does not follow: a text whose check digits hold and that comes again is right."""

    enough: int
    counts: Counter[tuple[str, ...]] = field(default_factory=Counter)

    def feed(self, text: Text | None, _: bytes) -> tuple[str, ...] | None:
        """Return the lines that have come often enough."""
        zone = parse(text.lines, today=TODAY) if text else None
        if zone is None or not is_sound(zone, Trust()):
            return None
        self.counts[zone.lines] += 1
        return zone.lines if self.counts[zone.lines] == self.enough else None


def fused(enough: int, threshold: float) -> Callable[[], Feed]:
    """Return the program's rule with its numbers."""

    def begin() -> Feed:
        steady = DocumentSteady(Trust(threshold), enough=enough)

        def feed(text: Text | None, digest: bytes) -> tuple[str, ...] | None:
            accepted = steady.feed(text, digest, today=TODAY)
            return accepted.document.lines if accepted else None

        return feed

    return begin


RULES: Mapping[str, Callable[[], Feed]] = {
    "posteriors of two views (the program)": fused(2, LEAST_FUSED),
    "posteriors of one view": fused(1, LEAST_FUSED),
    "one view, surer": fused(1, LEAST_VALID),
    "posteriors of three views": fused(3, LEAST_FUSED),
    "two views, no threshold": fused(2, 0.0),
    "check digits alone": lambda: EqualStrings(1).feed,
    "two equal strings": lambda: EqualStrings(2).feed,
    "three equal strings": lambda: EqualStrings(3).feed,
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a presentation: seconds from readable to accepted by document, and what was wrong."""

    readable: int
    delays: tuple[float, ...]
    wrong: tuple[tuple[str, ...], ...]


def judge(record: Record, feed: Feed) -> Verdict:
    """Play a record to a rule."""
    accepted: dict[tuple[str, ...], float] = {}
    wrong = []
    for reading in record.readings:
        lines = feed(reading.text, reading.digest)
        shown = {
            one for one, came in zip(record.documents, record.came, strict=True) if came <= reading.taken
        }
        if lines is not None and lines not in shown:
            wrong.append(lines)
        elif lines is not None:
            accepted.setdefault(lines, reading.done)
    moments = [record.became_readable(order) for order in range(len(record.documents))]
    readable = [
        (one, since) for one, since in zip(record.documents, moments, strict=True) if since is not None
    ]
    delays = [accepted.get(one, np.inf) - since for one, since in readable]
    return Verdict(len(readable), tuple(delays), tuple(wrong))


def tell(name: str, verdicts: Iterable[Verdict]) -> None:
    """Print one line of the table."""
    verdicts = list(verdicts)
    delays = np.array([delay for verdict in verdicts for delay in verdict.delays])
    wrong = sum(len(verdict.wrong) > 0 for verdict in verdicts)
    in_time, ever = (float(np.mean(delays <= limit)) for limit in (IN_TIME_S, 1e6))
    median, late = np.percentile(delays[delays < 1e6], (50, 95))
    print(
        f"| {name} | {len(verdicts)} | {len(delays)} | {in_time:.1%} | {ever:.1%} | {median:.2f} | {late:.2f} "
        f"| {wrong} | {bound(wrong, len(verdicts)):.2%} |"
    )


def bound(wrong: int, count: int) -> float:
    """Return the rate that so few wrong ones exclude with 95 % (Poisson; 0 of n is the rule of three)."""
    most = 40 + 2 * wrong
    expected = np.linspace(0, most, 1000 * most + 1)
    terms = [np.exp(-expected)]
    for order in range(1, wrong + 1):
        terms.append(terms[-1] * expected / order)
    return float(expected[np.argmax(sum(terms) <= 0.05)] / count)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--each", action="store_true", help="say what was late, missed or wrong, by number")
    arguments = parser.parse_args()
    records = {path.stem: load(path) for path in sorted(arguments.folder.glob("?????.npz"))}
    print(
        "| rule | presentations | became readable | within 1 s | at all | median s | p95 s | wrong | bound at 95 % |"
    )
    print("|---|---|---|---|---|---|---|---|---|")
    for name, begin in RULES.items():
        verdicts = {number: judge(record, begin()) for number, record in records.items()}
        tell(name, verdicts.values())
        if arguments.each:
            for number, verdict in verdicts.items():
                if verdict.wrong or any(delay > IN_TIME_S for delay in verdict.delays):
                    print(
                        number,
                        records[number].story,
                        verdict.delays,
                        *verdict.wrong,
                        *records[number].documents,
                    )
            break


if __name__ == "__main__":
    main()
