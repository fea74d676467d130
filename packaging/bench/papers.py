"""Which hint each kind of paper gets: python packaging/bench/papers.py [--seed S] [--each N] [--card] [--only NAME].

Draws what people hold to the camera for a second each, rightly, badly, or something else altogether. Prints the hints
of single frames, and the hint that stands on the terminal at the end of the second; for both how often it is one that
helps, how often one that misleads, and how often nothing was amiss, since it was read. What is none of these is nothing
said, or something true that isn't the matter.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "mrz_model"))

import cv2
import numpy as np
from paper_drawing import Stationer
from paper_kinds import CARD_KINDS, DOCUMENT_KINDS, Kind
from paper_showing import FRAMES

from kiosk.reading.frame import Frame
from kiosk.reading.frame_reader import FrameReader
from kiosk.reading.mrz_ocr import MrzReader
from kiosk.reading.sought import Sought, is_read
from ui.terminal.steady_hint import SteadyHint

CALM = ("none", "read")


@dataclass(slots=True)
class Tally:
    """The hints that a kind got. changes: of what stood on the terminal."""

    kind: Kind
    single: Counter[str] = field(default_factory=Counter)
    standing: Counter[str] = field(default_factory=Counter)
    changes: int = 0

    def take(self, hints: list[str]) -> None:
        """Count the hints of one second's frames."""
        steady, shown = SteadyHint(), []
        for number, hint in enumerate(hints):
            stands = steady.feed(hint if hint not in CALM else None)
            shown.append(stands or ("read" if "read" in hints[: number + 1] else "none"))
        self.single.update(hints)
        self.standing[shown[-1]] += 1
        self.changes += sum(one != other for one, other in zip(shown[1:], shown, strict=False))

    def row(self, name: str) -> str:
        """Return a line of the table."""
        shares = [
            f"{self._share(some, hints):.0%}"
            for some in (self.single, self.standing)
            for hints in self._sides
        ]
        read = [f"{some['read'] / max(1, some.total()):.0%}" for some in (self.single, self.standing)]
        shares = [read[0], *shares[:2], read[1], *shares[2:]]
        told = ", ".join(f"{hint} {count}" for hint, count in self.standing.most_common())
        changes = self.changes / max(1, self.standing.total())
        return f"| {name} | {' | '.join(shares)} | {changes:.1f} | {told} |"

    @property
    def _sides(self) -> tuple[Callable[[str], bool], ...]:
        return (lambda hint: hint in self.kind.right), (lambda hint: hint not in self.kind.harmless)

    @staticmethod
    def _share(some: Counter[str], wanted: Callable[[str], bool]) -> float:
        return sum(count for hint, count in some.items() if wanted(hint)) / max(1, some.total())


def hints_of(
    kind: Kind, seed: list[int], stationer: Stationer, zones: MrzReader, sought: Sought
) -> list[str]:
    """Draw one second of a kind and return what is said of each of its frames."""
    rng = np.random.default_rng(seed)
    reader = FrameReader(zones, today=lambda: date(2026, 11, 25))
    hints = []
    for gray in kind.show(rng, stationer).frames():
        reading = reader.read(Frame(cv2.cvtColor(gray, cv2.COLOR_GRAY2BGR)), sought)
        calm = "read" if is_read(reading.codes, reading.document, sought) else "none"
        hints.append(reading.hint.value if reading.hint else calm)
    return hints


def print_table(kinds: Mapping[str, Kind], seed: int, each: int, sought: Sought) -> None:
    """Draw, read and print."""
    stationer, zones = Stationer(), MrzReader()
    print(f"seed {seed}, {each} seconds of {FRAMES} frames each, while a {sought} is awaited")
    print(
        "| shown | frames: read | helps | misleads | after a second: read | helps | misleads | changes | stands |"
    )
    print("|---|---|---|---|---|---|---|---|---|")
    total = Counter[str]()
    for place, (name, kind) in enumerate(kinds.items()):
        tally = Tally(kind)
        one = partial(hints_of, kind, stationer=stationer, zones=zones, sought=sought)
        for number in range(each):
            tally.take(one([seed, place, number]))
        print(tally.row(name), flush=True)
        total["read"] += tally.standing["read"]
        total["helps"] += sum(tally.standing[hint] for hint in kind.right)
        total["misleads"] += sum(count for hint, count in tally.standing.items() if hint not in kind.harmless)
    print(f"all of {each * len(kinds)}: " + ", ".join(f"{word} {count}" for word, count in total.items()))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--each", type=int, default=20)
    parser.add_argument("--card", action="store_true", help="while a student card is awaited, not a document")
    parser.add_argument("--only", default="", help="kinds whose name holds this")
    parser.add_argument("--save", type=Path, help="a folder for one picture of each kind, and nothing read")
    arguments = parser.parse_args()
    cv2.setNumThreads(1)
    kinds = {
        name: kind
        for name, kind in (CARD_KINDS if arguments.card else DOCUMENT_KINDS).items()
        if arguments.only in name
    }
    if arguments.save is None:
        print_table(kinds, arguments.seed, arguments.each, Sought.CARD if arguments.card else Sought.DOCUMENT)
        return
    stationer = Stationer()
    for place, (name, kind) in enumerate(kinds.items()):
        for number in range(arguments.each):
            frame = next(
                kind.show(np.random.default_rng([arguments.seed, place, number]), stationer).frames(1)
            )
            cv2.imwrite(str(arguments.save / f"{name.replace(' ', '-')}-{number}.png"), frame)


if __name__ == "__main__":
    main()
