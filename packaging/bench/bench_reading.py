"""`make bench-reading`: how well zones are read, condition by condition, next to other programs on the same pictures.

python bench_reading.py [--frames N] [--seed S] [--fonts FOLDER] [--real FOLDER] [--rivals PYTHON] [--plot FILE.svg]
FOLDER of --real has a truth.tsv (file, type, mrz). PYTHON has rapidocr or fastmrz; what it lacks is left out.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "mrz_model"))
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import cv2
from evaluate import Case, Outcome, measure, print_table, real_cases, synthetic_cases
from rates import SWEEPS, draw_plot, sweep

from kiosk.reading.mrz.checks import check_all
from kiosk.reading.mrz.parse import recognise
from kiosk.reading.mrz_ocr import MrzReader

RIVALS = ("rapidocr", "fastmrz")
SURE = 1.0  # a program that tells no confidence says valid where all check digits hold
ALIKE = (("0", "O"), ("1", "I"), ("2", "Z"), ("5", "S"), ("8", "B"))
OURS = Path(__file__).resolve().parents[2] / "resources" / "fonts"


def cases_of(arguments: argparse.Namespace) -> Iterator[Case]:
    """Yield every picture that was asked for."""
    if arguments.real:
        yield from real_cases(arguments.real)
    if arguments.frames:
        yield from synthetic_cases(arguments.frames, arguments.seed, arguments.fonts)


def read_by(rival: str, python: str, cases: list[Case]) -> list[Outcome]:
    """Return what another program makes of the same pictures; nothing where it isn't installed."""
    with tempfile.TemporaryDirectory(prefix="mirail-kiosk-rivals-") as place:
        for number, case in enumerate(cases):
            cv2.imwrite(f"{place}/{number:05}.png", cv2.cvtColor(case.gray, cv2.COLOR_GRAY2BGR))
        command = [python, str(Path(__file__).with_name("rival.py")), rival, place]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    said = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    if not any(each["lines"] for each in said):
        print(f"\n{rival}: left out ({why_not(said, done.stderr)})")
        return []
    return [outcome_of(cases[int(each["case"])], tuple(each["lines"]), each["ms"]) for each in said]


def why_not(said: list[dict], stderr: str) -> str:
    """Return what another program complained of most, or why it didn't start."""
    errors = Counter(each["error"] for each in said if each["error"])
    if errors:
        return errors.most_common(1)[0][0]
    return stderr.strip().splitlines()[-1] if stderr.strip() and not said else "it read nothing"


def outcome_of(case: Case, lines: tuple[str, ...], ms: float) -> Outcome:
    """Compare a reading of another program with the truth; it gets what the format knows of letters and digits."""
    layout = recognise(lines) if lines else None
    if layout is not None:
        lines = tuple(fitted(line, allowed) for line, allowed in zip(lines, layout.allowed, strict=True))
    holds = layout is not None and all(check_all(layout, lines).values())
    return Outcome(case.name, case.group, lines == case.lines, SURE if holds else None, ms, lines)


def fitted(line: str, allowed: Sequence[str]) -> str:
    """Return a line with letters for the digits they look like, and digits for letters, where only these may stand."""
    twins = {one: other for pair in ALIKE for one, other in (pair, pair[::-1])}
    return "".join(
        character if character in here else twins.get(character, character)
        for character, here in zip(line, allowed, strict=True)
    )


def main() -> None:
    """Read, compare, print, draw."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--frames", type=int, default=40, help="for each level; a quarter of that for each condition"
    )
    parser.add_argument("--seed", type=int, default=1001)
    parser.add_argument("--fonts", type=Path, default=OURS)
    parser.add_argument("--real", type=Path)
    parser.add_argument("--rivals", metavar="PYTHON")
    parser.add_argument("--plot", type=Path, metavar="FILE.svg")
    arguments = parser.parse_args()
    cv2.setNumThreads(1)
    reader, cases = MrzReader(), list(cases_of(arguments))
    print("\nmirail-kiosk")
    print_table([measure(reader, case) for case in cases])
    for rival in RIVALS if arguments.rivals else ():
        if outcomes := read_by(rival, arguments.rivals, cases):
            print(f"\n{rival}")
            print_table(outcomes)
    if arguments.plot:
        curves = {
            name: sweep(reader, name, arguments.frames, arguments.seed, arguments.fonts) for name in SWEEPS
        }
        arguments.plot.write_text(draw_plot(curves), encoding="utf-8")
        print(f"\nRates against pixel pitch, blur and light: {arguments.plot}")


if __name__ == "__main__":
    main()
