"""How often readings of a confidence are right: python reliability.py OUTCOMES.csv... [--frames N --fonts DIR].

With --frames it first draws and reads frames of every condition and writes each outcome to the one file named, at
once, so that a run that is stopped still counts. Then it prints the table of all files named.
"""

import argparse
import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import cv2
from evaluate import folder, measure, synthetic_cases

from kiosk.reading.mrz_ocr import MrzReader

EDGES = (0.0, 0.5, 0.7, 0.8, 0.9, 0.92, 0.95, 0.97, 0.98, 0.99, 0.999, 1.0)
THRESHOLDS = (0.90, 0.92, 0.95, 0.97, 0.98, 0.99)
ONE_IN_TWENTY = 3.0  # -log 0.05: with none seen in n, at 95 % no more than 3 / n


@dataclass(frozen=True, slots=True)
class Sure:
    """A frame with a zone; confidence is None where nothing was read or a check digit fails."""

    exact: bool
    confidence: float | None


def record(path: Path, frames: int, seed: int, fonts: Path, misses: Path | None) -> None:
    """Draw, read and write down frames that have a zone."""
    cv2.setNumThreads(1)
    reader = MrzReader()
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        for case in synthetic_cases(frames, seed, fonts):
            if not case.lines:
                return
            outcome = measure(reader, case)
            table.writerow([case.name, int(outcome.exact), outcome.confidence, f"{outcome.ms:.1f}"])
            file.flush()
            if misses and not outcome.exact:
                cv2.imwrite(str(misses / f"{case.name}.png"), case.gray)
                print(case.name, *case.lines, "read:", *outcome.read, sep="\n  ", flush=True)


def recorded(paths: Iterable[Path]) -> list[Sure]:
    """Return what was written down."""
    found = []
    for path in paths:
        with path.open(encoding="utf-8", newline="") as file:
            for _, exact, confidence, _ in csv.reader(file):
                found.append(Sure(exact == "1", float(confidence) if confidence else None))
    return found


def print_bins(outcomes: Sequence[Sure]) -> None:
    """Print how many readings have a confidence of each range, and how many of them are right."""
    print("| confidence | readings | exact | share |\n|---|---|---|---|")
    for low, high in pairwise(EDGES):
        some = [
            each
            for each in outcomes
            if each.confidence is not None and low <= each.confidence < high + (high == EDGES[-1])
        ]
        right = sum(each.exact for each in some)
        print(f"| {low:g} to {high:g} | {len(some)} | {right} | {right / max(1, len(some)):.1%} |")


def print_thresholds(outcomes: Sequence[Sure]) -> None:
    """Print what each threshold would let pass, and how sure the count makes one of it."""
    print(f"\nof {len(outcomes)} frames with a zone, {sum(each.exact for each in outcomes)} exact")
    print("| threshold | valid | wrong though valid |\n|---|---|---|")
    for threshold in THRESHOLDS:
        valid = [each for each in outcomes if each.confidence is not None and each.confidence >= threshold]
        wrong = sum(not each.exact for each in valid)
        bound = f" (at 95 % below {ONE_IN_TWENTY / max(1, len(valid)):.2%})" if not wrong else ""
        print(f"| {threshold:.2f} | {len(valid) / max(1, len(outcomes)):.1%} | {wrong}{bound} |")


def main() -> None:
    """Measure where asked to, and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("outcomes", type=Path, nargs="+")
    parser.add_argument(
        "--frames", type=int, default=0, help="for each level; a quarter of that for a condition"
    )
    parser.add_argument("--seed", type=int, default=1001)
    parser.add_argument("--fonts", type=Path)
    parser.add_argument("--misses", type=folder, help="a folder for the pictures that were not read")
    arguments = parser.parse_args()
    if arguments.frames:
        record(arguments.outcomes[0], arguments.frames, arguments.seed, arguments.fonts, arguments.misses)
    outcomes = recorded(arguments.outcomes)
    print_bins(outcomes)
    print_thresholds(outcomes)


if __name__ == "__main__":
    main()
