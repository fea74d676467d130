"""The students of a fictional campus who were filmed, and what is known of each."""

import csv
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Student:
    """account and verdict: the campus' own words for how they were made; account "" for someone unknown to it."""

    number: str
    name: str
    account: str
    verdict: str
    card: Path
    document: Path


def cast_of(campus: Path) -> tuple[Student, ...]:
    """Return everyone whose card and document are both on video, who leave with a ticket first."""
    verdicts = {row["number"]: row["verdict"] for row in _rows(campus / "expected.csv")}
    known = {row["number"]: row for row in _rows(campus / "register.csv")}
    filmed = [path.name.removesuffix("-card.avi") for path in sorted((campus / "videos").glob("*-card.avi"))]
    cast = [_student(campus, number, known.get(number, {}), verdicts[number]) for number in filmed]
    order = ("match", "review", "mismatch")
    return tuple(sorted(cast, key=lambda student: (order.index(student.verdict), student.name)))


def approver(campus: Path) -> tuple[str, str]:
    """Return login and password of someone who may approve; a demonstration's are no secret."""
    staff = next(row for row in _rows(campus / "staff.csv") if row["role"] == "approver")
    return staff["login"], staff["password"]


def _student(campus: Path, number: str, row: dict[str, str], verdict: str) -> Student:
    card, document = (campus / "videos" / f"{number}-{what}.avi" for what in ("card", "document"))
    return Student(number, row.get("display_name", ""), row.get("account", ""), verdict, card, document)


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
