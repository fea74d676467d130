"""How well cards are read, and what each stage of it pays: python packaging/bench/cards.py [--seed S] [--each N].

Draws every kind of code in every condition, frames without a code, and damaged codes that must never be read
wrongly. Prints rates, wrong readings and CPU milliseconds of one thread. With --blind the seed is the clock's.
"""

import argparse
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import cv2
import numpy as np
from card_damage import DAMAGES, bare_scenes, damaged_scenes
from card_scenes import KINDS, Scene, card_scenes

from kiosk.reading.card import DEFAULT_RULES, CardKind, symbologies_of, understand_code
from kiosk.reading.code_reader import STAGES, look
from kiosk.reading.symbology import Code

WANTED = symbologies_of(DEFAULT_RULES)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a frame. stage: which one read it rightly. wrong: texts that would count and aren't its."""

    group: str
    symbology: str
    pitch: float
    stage: str | None
    wrong: tuple[str, ...]
    ms: tuple[float, ...]


def measure(scene: Scene) -> Outcome:
    """Read a frame stage by stage."""
    began = time.thread_time()
    sight = look(scene.gray, WANTED)
    times, codes, by = [time.thread_time() - began], (), None
    for stage in STAGES:
        began = time.thread_time()
        codes += stage(sight, codes)
        times.append(time.thread_time() - began)
        if by is None and scene.text is not None and scene.text in texts(codes):
            by = stage.__name__
    wrong = tuple(text for text in texts(codes) if text != scene.text)
    symbology = scene.symbology.value if scene.symbology else ""
    return Outcome(scene.group, symbology, scene.pitch, by, wrong, tuple(1e3 * spent for spent in times))


def texts(codes: Sequence[Code]) -> set[str]:
    """Return what the rules take for something."""
    readings = [understand_code(code, DEFAULT_RULES) for code in codes]
    return {reading.text for reading in readings if reading.kind is not CardKind.OTHER}


def print_table(outcomes: Sequence[Outcome], title: str, key: str) -> None:
    """Print a line for every group."""
    print(f"\n| {title} | frames | right | wrong | median ms | p95 ms |\n|---|---|---|---|---|---|")
    groups = defaultdict(list)
    for outcome in outcomes:
        groups[getattr(outcome, key)].append(outcome)
    for name, some in [*groups.items(), ("all", outcomes)]:
        right = sum(outcome.stage is not None for outcome in some) / len(some)
        wrong = sum(bool(outcome.wrong) for outcome in some)
        times = [sum(outcome.ms) for outcome in some]
        median, late = np.median(times), np.percentile(times, 95)
        print(f"| {name} | {len(some)} | {right:.1%} | {wrong} | {median:.1f} | {late:.1f} |", flush=True)


def print_stages(outcomes: Sequence[Outcome]) -> None:
    """Print what each stage read that none before it had, and what it cost."""
    print("\n| stage | read first by it | median ms | p95 ms |\n|---|---|---|---|")
    for place, name in enumerate(("look", *(stage.__name__ for stage in STAGES))):
        times = [outcome.ms[place] for outcome in outcomes]
        paid = sum(outcome.stage == name for outcome in outcomes) / len(outcomes)
        print(f"| {name} | {paid:.1%} | {np.median(times):.1f} | {np.percentile(times, 95):.1f} |")


def print_unread(outcomes: Iterable[Outcome]) -> None:
    """Print what was not read, with the narrowest bar's pixels, and every wrong reading."""
    for outcome in outcomes:
        if outcome.stage is None and outcome.group not in {"burnt through", *DAMAGES}:
            print(f"unread: {outcome.group}, {outcome.symbology}, {outcome.pitch:.2f} px a module")
        for text in outcome.wrong:
            print(f"WRONG: {outcome.group}, {outcome.symbology}: {text}")


def read_all(scenes: Iterator[Scene]) -> list[Outcome]:
    return [measure(scene) for scene in scenes]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--blind", action="store_true", help="take a seed that nobody has seen, and print it")
    parser.add_argument(
        "--each", type=int, default=5, help="frames for every kind of code in every condition"
    )
    parser.add_argument("--bare", type=int, default=300)
    parser.add_argument("--damaged", type=int, default=500, help=f"cards, each in {len(DAMAGES)} ways")
    arguments = parser.parse_args()
    seed = time.time_ns() % 10**9 if arguments.blind else arguments.seed
    cv2.setNumThreads(1)
    print(f"seed {seed}; {len(KINDS)} kinds of code")
    shown = read_all(card_scenes(seed, arguments.each))
    readable = [outcome for outcome in shown if outcome.group != "burnt through"]
    if shown:
        print_table(shown, "condition", "group")
        print_table(readable, "code, without burnt through", "symbology")
        print_stages(readable)
        print_unread(shown)
    for title, scenes in (
        ("without a code", bare_scenes(seed, arguments.bare)),
        ("damaged", damaged_scenes(seed, arguments.damaged)),
    ):
        outcomes = read_all(scenes)
        if outcomes:
            print_table(outcomes, title, "group")
            print_unread(outcome for outcome in outcomes if outcome.wrong)


if __name__ == "__main__":
    main()
