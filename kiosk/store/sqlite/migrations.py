"""The numbered steps by which a store's file comes to the form this program knows. Forward only."""

from collections.abc import Callable, Sequence

from sqlite_utils import Database

from kiosk.errors import StoreAway
from kiosk.store.sqlite.connection import Connection
from kiosk.store.sqlite.faults import FOREIGN
from kiosk.store.sqlite.form_1 import create_tables
from kiosk.store.sqlite.form_2 import add_claims
from kiosk.store.sqlite.form_3 import add_letters
from kiosk.store.sqlite.form_4 import add_calls
from kiosk.store.sqlite.form_5 import add_move

# "MKSK", in the file's header: what tells our files from any other SQLite file.
APPLICATION = 0x4D4B534B

Step = Callable[[Database], None]
STEPS: tuple[Step, ...] = (create_tables, add_claims, add_letters, add_calls, add_move)


def refuse_unknown_form(
    connection: Connection, steps: Sequence[Step] = STEPS, application: int = APPLICATION
) -> None:
    """Raise StoreAway for another program's file and for a store that a newer program wrote."""
    with connection.reading() as database:
        is_ours = _header(database, "application_id") == application
        form = _header(database, "user_version")
        is_empty = database.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
    if not is_ours and not is_empty:
        raise StoreAway(FOREIGN, retry=False)
    if form > len(steps):
        raise StoreAway(
            f"A newer version of the program wrote this store (form {form}; this one knows {len(steps)}). "
            "Install that version; the store was not touched.",
            retry=False,
        )


def migrate(
    connection: Connection, at_creation: Step, steps: Sequence[Step] = STEPS, application: int = APPLICATION
) -> None:
    """Take the steps that are missing, each in one transaction; a step that fails is undone alone.

    at_creation: what to do together with the first step, in a new store.
    """
    while _take_next(connection, at_creation, steps, application):
        pass


def _take_next(connection: Connection, at_creation: Step, steps: Sequence[Step], application: int) -> bool:
    """Take one step and return True; False when none is missing. Another process may be at it too."""
    with connection.writing() as database:
        form = _header(database, "user_version")
        if form >= len(steps):
            return False
        steps[form](database)
        if form == 0:
            at_creation(database)
            database.execute(f"PRAGMA application_id={application}")
        database.execute(f"PRAGMA user_version={form + 1}")
        return True


def _header(database: Database, name: str) -> int:
    number: int = database.execute(f"PRAGMA {name}").fetchone()[0]
    return number
