"""A kit on a real SQLite store and hand-written fakes, for tests of the shell."""

from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from kiosk.channel.by_directory import ByDirectory
from kiosk.identity.policy import Policy
from kiosk.journal.sealer import DeviceSealer
from kiosk.journal.signature import DeviceKey
from kiosk.kit import Kit, Rules
from kiosk.request.due import Calendar
from kiosk.request.life import ApprovalRules
from kiosk.request.ticket import Office
from kiosk.retention import Retention
from kiosk.staff.account import Role, StaffAccount
from kiosk.store import open_store
from kiosk.triage.words import Door
from tests.fakes import LOCKED, Clock, FakeDirectory, FakeNotices, FakePrinter, Randomness
from tests.given import NOW, a_student, staff

OFFICES = {(door, language): Office(str(door)) for door in Door for language in ("fr", "en")}


@dataclass(slots=True)
class Bench:
    """A kit and the fakes in it, within reach of a test."""

    kit: Kit
    clock: Clock
    directory: FakeDirectory
    notices: FakeNotices
    printer: FakePrinter
    staff: dict[Role, StaffAccount] = field(default_factory=dict)


def a_bench(folder: Path, approval: ApprovalRules | None = None) -> Bench:
    """Open a store in this folder; the directory knows one student, whose account is locked."""
    clock, directory = Clock(NOW), FakeDirectory()
    notices, printer = FakeNotices(), FakePrinter()
    directory.add(a_student(), LOCKED)
    kit = Kit(
        store=open_store(folder / "store.sqlite", DeviceSealer(DeviceKey(b"k" * 32)), demonstration=True),
        directory=directory,
        channel=ByDirectory(directory, clock.pause),
        notices=notices,
        printer=printer,
        rules=some_rules(approval or ApprovalRules(), folder / "anchors"),
        now=clock.now,
        secret=Randomness().secret,
        pause=clock.pause,
        clock=clock.monotonic,
        open_camera=_no_camera,
        open_reader=_no_camera,
    )
    return Bench(kit, clock, directory, notices, printer, {role: staff(role) for role in Role})


def some_rules(approval: ApprovalRules, anchor_to: Path) -> Rules:
    """Return a campus' decisions: the defaults, two seconds for every answer."""
    return Rules(
        site="mirail",
        device="terminal-1",
        policy=Policy(),
        calendar=Calendar(),
        approval=approval,
        retention=Retention(),
        offices=OFFICES,
        minimum_answer=timedelta(seconds=2),
        anchor_to=anchor_to,
    )


def _no_camera(*_: object) -> object:
    raise AssertionError("this test has no camera")
