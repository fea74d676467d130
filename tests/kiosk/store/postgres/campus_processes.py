"""Terminals and desks as processes of their own, on one server, to be cut off and killed."""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random
from secrets import token_bytes

from kiosk.desk.carrying_out import resume
from kiosk.desk.deciding import approve
from kiosk.desk.taking_in import take_in
from kiosk.errors import KioskError, OutOfService, StoreAway, TerminalRevoked
from kiosk.filing import Filed
from kiosk.kit import Kit
from kiosk.request.ticket import qr_text
from kiosk.spool.sealing import CampusKey
from kiosk.spool.sending import send
from kiosk.spool.writing import Writing
from kiosk.staff.account import Role
from kiosk.store import Store, inbox_of, open_server
from kiosk.store.postgres.server import Server
from kiosk.store.sqlite.spool import SpoolFile
from kiosk.unattended import submit
from tests.fakes import LOCKED
from tests.given import a_student, staff
from tests.kiosk.store.sealing import a_device
from tests.kiosk.test_filing import a_claim
from tests.kits import Bench, a_bench

CAMPUS = CampusKey(b"c" * 32)
VISITS = 10_000  # of one terminal, at most: its numbers are its own


@dataclass(frozen=True, slots=True)
class Given:
    """A ticket that a terminal gave. is_sent: it didn't say "not sent yet"."""

    terminal: int
    number: str
    reference: str
    code: str
    is_sent: bool


@dataclass(frozen=True, slots=True)
class Revoked:
    """A terminal learnt that it is, and holds so many letters still."""

    terminal: int
    left: int


@dataclass(frozen=True, slots=True)
class Place:
    """folder: this computer's own. key: its device's. life: how often it was started before.

    end: a file that says enough.
    """

    server: Server
    folder: Path
    key: int
    life: int
    end: Path

    def is_over(self) -> bool:
        return self.end.exists()


def terminal(place: Place, told: Connection) -> None:
    """Visit until the parent says enough, then send what is left; ends by itself once it is revoked."""
    spool = SpoolFile(place.folder / "spool.sqlite", most=1000)
    try:
        with kit_at(place) as bench:
            work(bench, spool, place, told)
    except TerminalRevoked:
        spool.wipe()  # as the program does when it hears so at its start, its beat or its sending
        told.send(Revoked(place.key, spool.count()))
    finally:
        spool.close()


def work(bench: Bench, spool: SpoolFile, place: Place, told: Connection) -> None:
    device, chance = a_device(place.key), Random(place.key * 1000 + place.life)
    writing = Writing(spool, CAMPUS.seal, device.writer, device.key.sign, token_bytes)
    kit = replace(bench.kit, spool=writing, inbox=inbox_of(bench.kit.store))
    for turn in range(VISITS):
        if place.is_over():
            break
        visit(bench, kit, place, turn, told)
        if chance.random() < 0.3:
            post(kit)
    while spool.count():
        post(kit)


def visit(bench: Bench, kit: Kit, place: Place, turn: int, told: Connection) -> None:
    """File for a student who was never here before, and say which ticket was given."""
    number = f"{place.key:03d}{place.life:02d}{turn:05d}"
    bench.directory.add(a_student(number=number), LOCKED)
    filed = submit(kit, a_claim(number=number))
    assert isinstance(filed, Filed)
    assert filed.secret is not None
    told.send(Given(place.key, number, filed.request.reference, qr_text(filed.secret), filed.is_sent))


def post(kit: Kit) -> None:
    """Send what waits; a revoked terminal must hear of it."""
    try:
        send(kit.spool.spool, kit.inbox, kit.now())
    except TerminalRevoked:
        raise
    except StoreAway:
        pass


def desk(place: Place, _told: Connection) -> None:
    """Take letters in and approve what waits, until the parent says enough."""
    with kit_at(place) as bench:
        kit = replace(bench.kit, inbox=inbox_of(bench.kit.store), campus_key=CAMPUS, secret=token_bytes)
        chance, approver = Random(place.key), staff(Role.SUPERVISOR)
        while not place.is_over():
            with contextlib.suppress(OutOfService):
                take_in(kit)
                page = kit.store.queue(limit=10)
                for request in chance.sample(page.requests, min(3, len(page.requests))):
                    bench.directory.add(a_student(number=request.holder.student_number), LOCKED)
                    decide(kit, approver, request.reference)
                resume(kit)


def decide(kit: Kit, approver, reference: str) -> None:
    try:
        approve(kit, approver, reference, seen=True)
    except OutOfService:
        raise
    except KioskError:
        pass  # another desk was faster


@contextlib.contextmanager
def kit_at(place: Place) -> Iterator[Bench]:
    """Lend a kit on the server's store, as soon as that can be reached."""
    bench = a_bench(place.folder / "bench")
    bench.kit.store.close()  # this computer's store is the server's
    store = reached(place)
    bench.kit = replace(bench.kit, store=store, secret=token_bytes)
    try:
        yield bench
    finally:
        with contextlib.suppress(StoreAway):
            store.close()


def reached(place: Place) -> Store:
    """Return the store once it answers, be it after the end: a terminal may have tickets to send from before."""
    while True:
        try:
            return open_server(place.server, a_device(place.key))
        except TerminalRevoked:
            raise
        except StoreAway:
            continue
