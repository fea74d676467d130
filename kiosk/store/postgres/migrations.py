"""The numbered steps by which a database comes to the form this program knows. Forward only.

First expand (old programs go on working: `needs` stays), later contract (`needs` rises: older programs are refused).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from importlib import resources
from time import sleep

from psycopg import Connection, errors, sql

from kiosk.errors import Refused, StoreAway
from kiosk.store.postgres.rights import set_rights

LOCK = 0x4D4B534B  # "MKSK": one migration at a time
LOCK_TIMEOUT = "3s"  # whoever waits for a table makes everyone behind wait too
TRIES, PAUSE_S = 10, 2.0

FORM_TABLE = (
    "CREATE SCHEMA IF NOT EXISTS kiosk",
    """CREATE TABLE IF NOT EXISTS kiosk.form (
        number integer PRIMARY KEY, name text NOT NULL, needs integer NOT NULL, taken_at timestamptz DEFAULT now()
    )""",
)
BUSY = (
    "The database was too busy to be altered: terminals went on working, and nothing was changed. Run "
    "`kiosk migrate` again at a quieter hour."
)
UNDER_WAY = "Another migration of this database is under way: wait for it to end."


@dataclass(frozen=True, slots=True)
class Step:
    """needs: the oldest form that a program may know and still work with this one."""

    name: str
    needs: int
    statements: tuple[str, ...]


def written(*names: str) -> tuple[str, ...]:
    folder = resources.files("kiosk.store.postgres") / "forms"
    return tuple((folder / f"{name}.sql").read_text(encoding="utf-8") for name in names)


STEPS = (
    Step(
        "first tables",
        1,
        (
            "CREATE EXTENSION IF NOT EXISTS pgcrypto SCHEMA kiosk",
            *written("tables", "guards", "functions", "terminal", "calls"),
        ),
    ),
    Step("letters from terminals", 1, written("letters")),
    Step("terminals told to come", 1, written("devices")),
    Step("notices of what terminals filed", 1, written("filing_notices")),
)
FORM = len(STEPS)


def refuse_unknown_form(form: int | None, needs: int | None, known: int = FORM) -> None:
    """Raise StoreAway for a database that this program can't work with.

    A newer form is no hindrance while it only added something: `needs` says who must not work with it any more.
    """
    if form is None or form < known:
        raise StoreAway(
            f"The database has form {form or 0}, and this program needs form {known}: the administrator runs "
            "`kiosk migrate` first.",
            retry=False,
        )
    if needs is not None and needs > known:
        raise _newer(form, known)


def missing(connection: Connection, steps: Sequence[Step] = STEPS) -> tuple[Step, ...]:
    """Return the steps that this database hasn't taken. Changes nothing."""
    form = form_of(connection)
    _refuse_newer(form, steps)
    return tuple(steps[form:])


def form_of(connection: Connection) -> int:
    if connection.execute("SELECT to_regclass('kiosk.form')").fetchone() == (None,):
        return 0
    row = connection.execute("SELECT coalesce(max(number), 0) FROM kiosk.form").fetchone()
    return int(row[0]) if row else 0


def migrate(
    connection: Connection,
    prefix: str,
    demonstration: bool,
    steps: Sequence[Step] = STEPS,
    pause: Callable[[float], None] = sleep,
) -> tuple[Step, ...]:
    """Take the missing steps, each in one transaction, and return them. connection: the owner's, autocommit.

    Safe while terminals work: a step that doesn't get its locks soon gives way and tries again.
    """
    connection.execute(sql.SQL("SET ROLE {}").format(sql.Identifier(f"{prefix}_owner")))
    if connection.execute("SELECT pg_try_advisory_lock(%s::bigint)", [LOCK]).fetchone() != (True,):
        raise Refused(UNDER_WAY, "migration_under_way")
    for statement in FORM_TABLE:
        connection.execute(statement)
    taken = missing(connection, steps)
    for number, step in enumerate(taken, len(steps) - len(taken) + 1):
        _patiently(connection, partial(_take, connection, number, step), pause)
    _patiently(connection, partial(_finish, connection, prefix, demonstration), pause)
    return taken


def _patiently(connection: Connection, work: Callable[[], None], pause: Callable[[float], None]) -> None:
    for tries_left in reversed(range(TRIES)):
        try:
            with connection.transaction():
                connection.execute(f"SET LOCAL lock_timeout = '{LOCK_TIMEOUT}'")
                connection.execute("SET LOCAL statement_timeout = 0")
                connection.execute("SET LOCAL search_path = kiosk, pg_temp")
                work()
        except (errors.LockNotAvailable, errors.DeadlockDetected) as error:
            if not tries_left:
                raise StoreAway(BUSY) from error
            pause(PAUSE_S)
        else:
            return


def _take(connection: Connection, number: int, step: Step) -> None:
    for statement in step.statements:
        connection.execute(statement)
    row = [number, step.name, step.needs]
    connection.execute("INSERT INTO kiosk.form (number, name, needs) VALUES (%s, %s, %s)", row)


def _finish(connection: Connection, prefix: str, demonstration: bool) -> None:
    """Set the rights anew and say what kind of store this is. The table takes no second word on it."""
    set_rights(connection, prefix)
    kind = "demonstration" if demonstration else "live"
    connection.execute("INSERT INTO about VALUES ('kind', %s) ON CONFLICT DO NOTHING", [kind])


def _refuse_newer(form: int, steps: Sequence[Step]) -> None:
    if form > len(steps):
        raise _newer(form, len(steps))


def _newer(form: int, known: int) -> StoreAway:
    return StoreAway(
        f"A newer version of the program altered this database (form {form}; this one knows {known}). "
        "Install that version; nothing was touched.",
        retry=False,
    )
