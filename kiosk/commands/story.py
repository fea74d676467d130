"""`kiosk story DIR`: play a whole day on the fictional campus, with the commands that staff and scripts use."""

import argparse
import csv
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kiosk.commands.output import print_lines
from kiosk.commands.subcommands import Commands, add_listed
from kiosk.errors import Refused

STUDENTS = 200


@dataclass(frozen=True, slots=True)
class Stage:
    """Where the story plays: the campus, the data folder of this one day, and the staff's passwords."""

    campus: Path
    data: Path
    passwords: dict[str, str]

    def play(self, sentence: str, *words: str, login: str | None = None, expected: int = 0) -> str:
        """Say what happens, run one command, print what it prints, and return it."""
        actor = ("--as", login, "--password-stdin") if login else ()
        print_lines("", f"— {sentence}", "$ kiosk " + " ".join([*words, *actor[:2]]))
        done = subprocess.run(
            [sys.executable, "-m", "kiosk", *words, *actor],
            input=self.passwords[login] + "\n" if login else "",
            env={**os.environ, "KIOSK_CONFIG": str(self.campus / "kiosk.toml"), "KIOSK_DATA": str(self.data)},
            capture_output=True,
            text=True,
            check=False,
        )
        print_lines(*(done.stdout + done.stderr).rstrip().splitlines())
        if done.returncode != expected:
            raise Refused(
                f"The story stops: exit status {done.returncode} where {expected} was due.", "story_broken"
            )
        return done.stdout


def add_to(commands: Commands, shared: argparse.ArgumentParser) -> None:
    """Add the command."""
    parser = add_listed(commands, shared, "story")
    parser.add_argument("folder", type=Path, metavar="DIR", help="the campus; made if it isn't there")
    parser.set_defaults(command=run)


def run(arguments: argparse.Namespace) -> None:
    """Make the campus if it is missing, then play a day on it."""
    campus: Path = arguments.folder
    if not (campus / "kiosk.toml").exists():
        from kiosk.demo.campus import write_campus

        print_lines(f"Making a fictional campus of {STUDENTS} students in {campus} (half a minute) ...")
        write_campus(campus, STUDENTS, 1)
    data = Path(tempfile.mkdtemp(prefix="mirail-kiosk-story-"))
    tell(Stage(campus, data, {row["login"]: row["password"] for row in _rows(campus / "staff.csv")}))
    print_lines("", f"The end. This day's store and tickets lie in {data}.")


def tell(stage: Stage) -> None:
    """Play every act in order."""
    blocked = _number(stage, account="locked", verdict="match")
    stranger = _number(stage, account=None, verdict="mismatch")
    approver, supervisor = _login(stage, "approver"), _login(stage, "supervisor")
    stage.play("The technician asks whether everything is in order.", "doctor")
    _camera(stage, blocked)
    _someone_else(stage, stranger)
    reference = _visit(stage, blocked)
    stage.play("At the desk, the queue.", "queue", login=approver)
    stage.play("One look at the request.", "show", reference, login=approver)
    stage.play(
        "The student stands there, card in hand: approved.", "approve", reference, "--seen", login=approver
    )
    _ticket(stage, reference)
    stage.play("What anyone may know who types the number.", "status", reference)
    stage.play("What retention would erase today.", "forget", "--dry-run", login=supervisor)
    stage.play("The auditor checks every link of the journal.", "journal", "verify")


def _camera(stage: Stage, number: str) -> None:
    videos = [str(path) for path in _videos(stage, number)]
    stage.play("A student holds card and document to the camera.", "scan", "--steady", *videos)


def _visit(stage: Stage, number: str) -> str:
    card, document = (str(path) for path in _videos(stage, number))
    words = ("submit", "--card", card, "--document", document, "--symptom", "blocked")
    stage.play("“I know my password, but the portal says that my account is blocked.”", *words)
    return _references(stage)[0]


def _someone_else(stage: Stage, number: str) -> None:
    folder = stage.campus / "students" / number
    words = ("submit", "--card", str(folder / "card.png"), "--document", str(folder / "document.png"))
    stage.play("Card and document that don't belong together.", *words, expected=1)


def _ticket(stage: Stage, reference: str) -> None:
    picture = next((stage.data / "tickets").glob(f"{reference}*.png"))
    seen = stage.play("The holder shows the ticket's QR code.", "scan", str(picture))
    text = seen.split('"text": "', 1)[1].split('"', 1)[0]
    stage.play("What the holder of the ticket may know.", "status", text)


def _references(stage: Stage) -> list[str]:
    return [path.stem for path in sorted((stage.data / "tickets").glob("MK-*.txt"))]


def _videos(stage: Stage, number: str) -> Sequence[Path]:
    return [stage.campus / "videos" / f"{number}-{what}.avi" for what in ("card", "document")]


def _number(stage: Stage, account: str | None, verdict: str) -> str:
    """Return the first student with a video of both (for an account) whose making gives this verdict."""
    verdicts = {row["number"]: row["verdict"] for row in _rows(stage.campus / "expected.csv")}
    if account is None:
        return next(number for number, found in verdicts.items() if found == verdict)
    locked = (row["number"] for row in _rows(stage.campus / "register.csv") if row["account"] == account)
    return next(n for n in locked if verdicts[n] == verdict and all(p.exists() for p in _videos(stage, n)))


def _login(stage: Stage, role: str) -> str:
    return next(row["login"] for row in _rows(stage.campus / "staff.csv") if row["role"] == role)


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        rows: Iterable[dict[str, str]] = csv.DictReader(file)
        yield from list(rows)
