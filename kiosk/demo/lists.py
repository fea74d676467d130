"""The fictional campus' lists: the register, what to expect, the staff."""

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

from kiosk.demo.expectation import door, verdict
from kiosk.demo.fictional import Account, Fictional
from kiosk.directory.account_word import AccountWord
from kiosk.identity.register_columns import REGISTER_COLUMNS
from kiosk.staff.account import Role
from kiosk.triage.account_state import Standing

# The state of an account in the register's words; what stands in neither table is in order there.
ACCOUNT_WORDS = {
    Account.LOCKED: AccountWord.LOCKED,
    Account.PERMANENTLY_LOCKED: AccountWord.PERMANENTLY_LOCKED,
    Account.EXPIRED: AccountWord.EXPIRED,
    Account.IDLE: AccountWord.IDLE,
    Account.MUST_CHANGE: AccountWord.MUST_CHANGE,
    Account.TECHNICAL_LOCK: AccountWord.TECHNICAL_LOCK,
    Account.ADMINISTRATIVE_LOCK: AccountWord.ADMINISTRATIVE_LOCK,
}
STANDINGS = {
    Account.NOT_ACTIVATED: Standing.NOT_ACTIVATED,
    Account.REGISTRATION_PENDING: Standing.INACTIVE,
    Account.TECHNICAL_LOCK: Standing.TECHNICAL_LOCK,
    Account.ADMINISTRATIVE_LOCK: Standing.ADMINISTRATIVE_LOCK,
    Account.SUSPENDED: Standing.LOCKED,
    Account.DELETION_DUE: Standing.DELETION_DUE,
}
# The passwords of a demonstration are no secret.
STAFF = (
    ("accueil", Role.RECEPTION, "demonstration-accueil"),
    ("valideuse", Role.APPROVER, "demonstration-valideuse"),
    ("responsable", Role.SUPERVISOR, "demonstration-responsable"),
    ("auditeur", Role.AUDITOR, "demonstration-auditeur"),
    ("technicien", Role.ADMIN, "demonstration-technicien"),
)


def write_register(students: Sequence[Fictional], path: Path) -> None:
    """Write what a registrar's export would hold, in the order of the numbers."""
    known = sorted(
        (student for student in students if student.is_registered), key=lambda student: student.number
    )
    write_table(path, REGISTER_COLUMNS, map(_register_row, known))


def write_expected(students: Sequence[Fictional], path: Path) -> None:
    """Write verdict and door of every student, in the order of the numbers; no door where nothing is filed."""
    rows = [(student.number, verdict(student), door(student) or "") for student in students]
    write_table(path, ("number", "verdict", "door"), sorted(rows))


def write_staff(path: Path) -> None:
    """Write one member of staff of each role."""
    write_table(path, ("login", "role", "password"), STAFF)


def write_table(path: Path, headings: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(headings)
        table.writerows(rows)


def _register_row(student: Fictional) -> tuple[str, ...]:
    names, account = student.names, student.account
    return (
        student.number,
        names.surname,
        names.given_name,
        f"{names.given_name} {names.surname}".strip(),
        names.birth_name or "",
        names.civil_given_names or "",
        student.birth_date.isoformat() if student.birth_date else "",
        "no" if account is Account.REGISTRATION_PENDING else "yes",
        STANDINGS.get(account, Standing.ACTIVE),
        ACCOUNT_WORDS.get(account, AccountWord.ACTIVE),
    )
