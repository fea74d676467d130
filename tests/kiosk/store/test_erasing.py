"""What was erased is gone from the file's bytes, not only from its tables."""

from pathlib import Path

import pytest

from kiosk.store import Store, open_store
from tests.kiosk.store.examples import DAY, NOW, a_holder, a_request, ended, happening
from tests.kiosk.store.inside import database_of
from tests.kiosk.store.sealing import a_device, holds

COUNT = 120


def name(number: int) -> str:
    return f"Vigdis-{number:03d}-Oksanen"


def traces(path: Path) -> set[int]:
    """Return the numbers of the holders whose names stand in any file of the store's folder."""
    content = b"".join(each.read_bytes() for each in path.parent.iterdir())
    return {number for number in range(COUNT) if name(number).encode() in content}


@pytest.fixture
def filled(store: Store) -> Store:
    """A store with enough holders to fill, split and merge pages; each request has ended."""
    for number in range(COUNT):
        holder = a_holder(f"n{number:03d}", display_name=name(number))
        request = store.submit(a_request(f"r{number:03d}", holder=holder), happening())
        store.swap(request, ended(request, NOW + number * DAY), happening())
    return store


def test_an_erased_holder_leaves_no_trace(filled: Store, path: Path):
    """Neither in the file nor in its log; the others are all there, and the chain verifies."""
    erased = {number for number in range(COUNT) if number % 3}
    assert set(range(COUNT)) == traces(path)

    filled.erase_holders([f"id-r{number:03d}" for number in erased], happening("holders_erased"))

    assert set(range(COUNT)) - erased == traces(path)
    assert holds(filled)


def test_a_deleted_request_leaves_no_trace_of_its_holder(filled: Store, path: Path):
    """The holder goes with the request."""
    filled.delete_ended_before(NOW + 90 * DAY, happening("records_deleted"))

    assert set(range(90, COUNT)) == traces(path)


def test_a_replaced_register_leaves_no_trace(store: Store, path: Path):
    """Those who left the university are not kept."""
    rows = [{"number": str(number), "display_name": name(number)} for number in range(COUNT)]
    store.replace_register(rows, happening("register_imported"))

    store.replace_register(rows[:50], happening("register_imported"))

    assert set(range(50)) == traces(path)


def test_erasing_is_not_held_up_by_who_reads(filled: Store, path: Path):
    """A reader elsewhere keeps the log alive; the erasing stands, and the next one sweeps up behind it."""
    reader = open_store(path, a_device())
    database_of(reader).execute("BEGIN")
    database_of(reader).execute("SELECT count(*) FROM holder").fetchone()
    assert 1 == filled.erase_holders(["id-r000"], happening("holders_erased"))
    reader.close()

    filled.erase_holders(["id-r001"], happening("holders_erased"))

    assert set(range(2, COUNT)) == traces(path)
