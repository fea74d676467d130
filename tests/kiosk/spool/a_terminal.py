"""A terminal as a process of its own, to be killed: it visits, posts, and says which tickets it gave."""

from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random
from secrets import token_bytes

from kiosk.errors import StoreAway
from kiosk.journal.signature import DeviceKey
from kiosk.request.ticket import qr_text
from kiosk.spool.sealing import CampusKey
from kiosk.spool.sending import send
from kiosk.spool.writing import Writing
from kiosk.store import Store, inbox_of
from kiosk.store.sqlite.spool import SpoolFile
from kiosk.unattended import submit
from tests.fakes import LOCKED
from tests.given import NUMBER, a_student
from tests.kiosk.test_filing import a_claim
from tests.kits import Bench, a_bench

CAMPUS = CampusKey(b"c" * 32)
DEVICE = DeviceKey(b"k" * 32)  # the bench's own
FIRST = int(NUMBER)
STUDENTS = 400


@dataclass(frozen=True, slots=True)
class Given:
    """A ticket that is in somebody's hand."""

    number: str
    reference: str
    code: str


class Away:
    def __getattr__(self, name: str):
        raise StoreAway("The store doesn't answer.")


class LostAnswers:
    """Does what it is asked, and then the answer doesn't arrive."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __getattr__(self, name: str):
        def ask(*words):
            getattr(self._store, name)(*words)
            raise StoreAway("The answer was lost.")

        return ask


def opened(folder: Path) -> tuple[Bench, SpoolFile]:
    """Return the bench of this folder's store and the terminal's spool."""
    bench = a_bench(folder / "store")
    for number in range(STUDENTS):
        bench.directory.add(a_student(number=str(FIRST + number)), LOCKED)
    spool = SpoolFile(folder / "terminal" / "spool.sqlite", most=1000)
    writing = Writing(spool, CAMPUS.seal, DEVICE.writer, DEVICE.sign, token_bytes)
    inbox = inbox_of(bench.kit.store)
    bench.kit = replace(bench.kit, spool=writing, inbox=inbox, campus_key=CAMPUS, secret=token_bytes)
    return bench, spool


def work(folder: Path, seed: int, first: int, told: Connection) -> None:
    """Visit without end. New students come to a store that may be there; who comes again finds it away.

    Nobody gets a ticket that replaces an earlier one here: an earlier ticket in hand must stay right.
    """
    bench, spool = opened(folder)
    chance, known, store = Random(seed), [], bench.kit.store
    while True:
        is_new = not known or chance.random() < 0.7
        number = str(FIRST + first + len(known)) if is_new else chance.choice(known)
        known += [number] if is_new else []
        found = chance.choice([store, LostAnswers(store), Away()]) if is_new else Away()
        filed = submit(replace(bench.kit, store=found), a_claim(number=number))
        told.send(Given(number, filed.request.reference, qr_text(filed.secret)))
        if chance.random() < 0.3:
            send(spool, bench.kit.inbox, bench.clock.now())
