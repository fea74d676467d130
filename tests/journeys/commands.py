"""The `kiosk` command as a person at a keyboard uses it, and what comes of it."""

import contextlib
import csv
import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from kiosk.__main__ import main
from kiosk.demo.campus import students
from kiosk.demo.fictional import Account, Fictional, PaperKind, Situation
from kiosk.kit import Kit
from kiosk.settings import Settings, load
from kiosk.wiring import build_kit

COUNT = 28  # one student for every situation, document and account
PEOPLE = students(count=COUNT)
PROJECT = Path(__file__).parents[2]
PATIENCE_S = 60


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended. Nothing that it says may be a traceback."""

    status: int
    out: str
    err: str

    def __post_init__(self) -> None:
        assert "Traceback" not in self.out + self.err, self.err

    @property
    def json(self) -> Any:
        """What stands on standard output, which must be one JSON value."""
        return json.loads(self.out)

    @property
    def sentence(self) -> str:
        """The one sentence on standard error; "" unless there is exactly one."""
        lines = self.err.splitlines()
        return lines[0].removeprefix("kiosk: ") if len(lines) == 1 and self.err.startswith("kiosk: ") else ""


@dataclass(frozen=True, slots=True)
class Kiosk:
    """A campus' settings and a data folder."""

    config: Path
    data: Path

    @property
    def store(self) -> Path:
        return self.data / "kiosk.sqlite"

    @property
    def campus(self) -> Path:
        return self.config.parent

    def run(self, *words: str | Path, login: str | None = None, typed: str = "") -> Ended:
        """Run a command in this process. login: who acts, their password typed first."""
        return run(*self._words(words, login), typed=self.password(login) + typed)

    def start(
        self, *words: str | Path, login: str | None = None, under: Sequence[str] = (), **options: Any
    ) -> "subprocess.Popen[str]":
        """Start a command in a process of its own. under: what it is started by (strace ...)."""
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        command = [*under, sys.executable, "-m", "kiosk", *map(str, self._words(words, login))]
        return subprocess.Popen(command, cwd=PROJECT, **pipes, **({"text": True} | options))

    def process(self, *words: str | Path, login: str | None = None, typed: str = "", **options: Any) -> Ended:
        """Run a command in a process of its own."""
        with self.start(*words, login=login, **options) as process:
            out, err = process.communicate(self.password(login) + typed, timeout=PATIENCE_S)
        return Ended(process.returncode, out, err)

    def submit(self, student: Fictional, *words: str | Path) -> Ended:
        """Let a student show card and document."""
        return self.run("submit", *self.papers(student), "--json", *words)

    def papers(self, student: Fictional) -> tuple[str | Path, ...]:
        folder = self.campus / "students" / student.number
        return ("--card", folder / "card.png", "--document", folder / "document.png")

    def shows_locked(self, student: Fictional) -> bool:
        """Return True if the directory says that the student's account is locked."""
        with self.kit() as kit:
            return bool(kit.directory.state(student.number).locked)

    def settings(self) -> Settings:
        return load(self.config, {"KIOSK_DATA": str(self.data)})

    @contextlib.contextmanager
    def kit(self, **parts: Any) -> Iterator[Kit]:
        """Lend what the commands work with, some of its parts replaced."""
        kit = build_kit(self.settings())
        try:
            yield replace(kit, **parts)
        finally:
            kit.store.close()

    def elsewhere(self, data: Path) -> "Kiosk":
        """Return the same campus on a copy of this data folder."""
        shutil.copytree(self.data, data)
        return replace(self, data=data)

    def decided_otherwise(self, folder: Path, **settings: str) -> "Kiosk":
        """Return the same data under settings of [trust] that differ, in a file of this folder."""
        lines = [f'{key} = "{value}"' for key, value in settings.items()]
        text = self.config.read_text(encoding="utf-8") + "\n".join(lines) + "\n"
        folder.mkdir(exist_ok=True)
        for name in ("register.csv", "staff.csv", "students", "videos"):
            (folder / name).symlink_to(self.campus / name)
        (folder / "kiosk.toml").write_text(text, encoding="utf-8")
        return replace(self, config=folder / "kiosk.toml")

    def _words(self, words: Sequence[str | Path], login: str | None) -> tuple[str | Path, ...]:
        actor = ("--as", login, "--password-stdin") if login else ()
        return (*words, "--config", self.config, "--data", self.data, *actor)

    def password(self, login: str | None) -> str:
        return passwords(self.campus)[login] + "\n" if login else ""


def run(*words: str | Path, typed: str = "") -> Ended:
    """Run the command with these words in this process."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err), typing(typed):
        try:
            status = main([str(word) for word in words])
        except SystemExit as end:  # argparse ends so
            status = int(end.code or 0)
    return Ended(status, out.getvalue(), err.getvalue())


@contextlib.contextmanager
def typing(text: str) -> Iterator[None]:
    """Let standard input say this."""
    before, sys.stdin = sys.stdin, io.StringIO(text)
    try:
        yield
    finally:
        sys.stdin = before


def passwords(campus: Path) -> Mapping[str, str]:
    return {row["login"]: row["password"] for row in rows(campus / "staff.csv")}


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def someone(
    situation: Situation = Situation.ORDINARY,
    account: Account = Account.LOCKED,
    kind: PaperKind | None = None,
    nth: int = 0,
) -> Fictional:
    """Return a student of the campus who was made like this."""
    found = [
        each
        for each in PEOPLE
        if (each.situation, each.account) == (situation, account) and kind in (None, each.paper.kind)
    ]
    return found[nth]


def without(*names: str) -> dict[str, str]:
    """Return the environment without these variables."""
    return {name: value for name, value in os.environ.items() if name not in names}
