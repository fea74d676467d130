"""Measure the kiosk's MRZ reader: python evaluate.py --fonts DIR [--real DIR] [--synthetic N] [--seed S].

Runs with the kiosk's own environment; prints a table by condition: exact rate, wrong though valid, CPU milliseconds.
"""

import argparse
import csv
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import cv2
import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from conditions import CONDITIONS, HIDDEN, KINDS, LEVELS
from frames import Studio
from typefaces import load_typefaces

from kiosk.reading.models import NAMES, Models, load_models
from kiosk.reading.mrz.checks import check_all
from kiosk.reading.mrz.parse import recognise
from kiosk.reading.mrz_confidence import LEAST_VALID, confidence
from kiosk.reading.mrz_ocr import MrzReader
from kiosk.reading.zone_text import ZoneText


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """A picture, the group it counts in, and the lines that it bears (none: it bears no zone)."""

    name: str
    group: str
    gray: np.ndarray
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one case; confidence is None where a check digit fails, a character was repaired, or no text."""

    case: str
    group: str
    exact: bool
    confidence: float | None
    ms: float
    read: tuple[str, ...]


def real_cases(folder: Path) -> Iterator[Case]:
    """Yield the pictures that a folder's truth.tsv lists."""
    with (folder / "truth.tsv").open(encoding="utf-8") as table:
        for row in csv.DictReader(table, delimiter="\t"):
            gray = cv2.imread(str(folder / row["file"]), cv2.IMREAD_GRAYSCALE)
            yield Case(row["file"], "real", gray, tuple(row["mrz"].split("|")))


def synthetic_cases(count: int, seed: int, fonts: Path) -> Iterator[Case]:
    """Yield `count` frames for every level and of hidden zones, a quarter of that for every condition, kind by kind."""
    rng = np.random.default_rng(seed)
    studio = Studio(rng, load_typefaces(fonts, seed), fonts)
    plan = [(name, condition, count) for name, condition in LEVELS.items()]
    plan += [(name, condition, max(1, count // 4)) for name, condition in CONDITIONS.items()]
    plan += [(name, condition, count) for name, condition in HIDDEN.items()]
    for name, condition, number in plan:
        for i in range(number):
            frame = condition.draw(rng, studio, KINDS[i % 6])
            assert frame.zone is not None
            yield Case(f"{name}-{i}-{frame.zone.kind}", name, frame.gray, frame.zone.lines)
    for i in range(count):
        yield Case(f"none-{i}", "no zone", studio.draw(0.6, blank=1.0).gray, ())


def measure(reader: MrzReader, case: Case) -> Outcome:
    """Read one case and compare."""
    began = time.thread_time()
    text = reader.read(case.gray)
    ms = (time.thread_time() - began) * 1e3
    lines = text.lines if text else ()
    return Outcome(case.name, case.group, lines == case.lines, trust(text), ms, lines)


def folder(path: str) -> Path:
    """Return a folder, made if it isn't there: OpenCV says nothing of a picture that it can't write."""
    made = Path(path)
    made.mkdir(parents=True, exist_ok=True)
    return made


def trust(text: ZoneText | None) -> float | None:
    """Return the confidence of a text whose check digits all hold without repair."""
    layout = recognise(text.lines) if text else None
    if text is None or layout is None or text.repaired or not all(check_all(layout, text.lines).values()):
        return None
    return confidence(layout, text.lines, text.posteriors)


def print_table(outcomes: list[Outcome]) -> None:
    """Print one line for every group, and the wrong readings that would count as valid."""
    print("| condition | frames | exact | valid | wrong though valid | median ms | p95 ms |")
    print("|---|---|---|---|---|---|---|")
    groups = list(dict.fromkeys(outcome.group for outcome in outcomes))
    for group in groups:
        some = [outcome for outcome in outcomes if outcome.group == group]
        valid = [o for o in some if o.confidence is not None and o.confidence >= LEAST_VALID]
        wrong = sum(not outcome.exact for outcome in valid)
        times = [outcome.ms for outcome in some]
        print(
            f"| {group} | {len(some)} | {sum(o.exact for o in some) / len(some):.1%} | {len(valid) / len(some):.1%} "
            f"| {wrong} | {np.median(times):.1f} | {np.percentile(times, 95):.1f} |"
        )


def print_wrong(outcomes: list[Outcome], cases: dict[str, tuple[str, ...]]) -> None:
    """Print every reading whose check digits hold although it is wrong, with its confidence."""
    for outcome in outcomes:
        if outcome.confidence is not None and not outcome.exact:
            print(
                f"\n{outcome.case}: wrong although its check digits hold, confidence {outcome.confidence:.3f}"
            )
            print(*cases[outcome.case], *outcome.read, sep="\n")


def choose_models(arguments: argparse.Namespace) -> Models:
    """Return the program's models, those that were named in their place."""
    given = {name: getattr(arguments, name) for name in NAMES}
    return replace(load_models(), **{name: path.read_bytes() for name, path in given.items() if path})


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--real", type=Path)
    parser.add_argument("--synthetic", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1001)
    parser.add_argument("--fonts", type=Path, default=Path("/usr/share/fonts/opentype/ocr-b"))
    for name in NAMES:
        parser.add_argument(f"--{name.replace('_', '-')}", type=Path)
    parser.add_argument("--misses", type=folder, help="a folder for the pictures that were not read")
    arguments = parser.parse_args()
    cv2.setNumThreads(1)
    reader = MrzReader(choose_models(arguments))
    outcomes, truths = [], {}
    sources = [real_cases(arguments.real)] if arguments.real else []
    sources += (
        [synthetic_cases(arguments.synthetic, arguments.seed, arguments.fonts)] if arguments.synthetic else []
    )
    for source in sources:
        for case in source:
            outcomes.append(measure(reader, case))
            truths[case.name] = case.lines
            if arguments.misses and case.group not in HIDDEN and not outcomes[-1].exact:
                cv2.imwrite(str(arguments.misses / f"{Path(case.name).stem}.png"), case.gray)
                print(case.name, *case.lines, "read:", *outcomes[-1].read, sep="\n  ")
    print_table(outcomes)
    print_wrong(outcomes, truths)


if __name__ == "__main__":
    main()
