"""What a terminal never does: every call is refused before it reaches the server, which would refuse it too."""

# ruff: noqa: ARG002  the protocol's names

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import NoReturn

from kiosk.errors import Refused
from kiosk.journal.event import Event, Happening
from kiosk.request.request import Request, State
from kiosk.request.staff_call import StaffCall
from kiosk.staff.account import StaffAccount
from kiosk.store.changes import Changes
from kiosk.store.postgres.faults import DESK_ONLY
from kiosk.store.protocol import Page, Passage


def refuse() -> NoReturn:
    raise Refused(DESK_ONLY, "desk_only")


class DeskOnly:
    """The desk's half of a Store. The protocol says what each method would do."""

    def get(self, reference: str) -> Request:
        refuse()

    def open_for(self, student_number: str) -> Request | None:
        refuse()

    def earlier(self, student_number: str, limit: int = 10) -> tuple[Request, ...]:
        refuse()

    def swap(
        self, before: Request, after: Request, happening: Happening, lease: timedelta | None = None
    ) -> Request:
        refuse()

    def queue(
        self, states: Iterable[State] = (State.WAITING,), after: str | None = None, limit: int = 50
    ) -> Page:
        refuse()

    def claim(self, request: Request, lease: timedelta) -> bool:
        refuse()

    def claim_due(self, now: datetime, lease: timedelta) -> Request | None:
        refuse()

    def changes(self) -> Changes:
        refuse()

    def counts(self) -> dict[State, int]:
        refuse()

    def figures(self, since: datetime) -> tuple[Passage, ...]:
        refuse()

    def staff_calls(self, since: datetime) -> tuple[StaffCall, ...]:
        refuse()

    def answer_call(self, call: StaffCall, at: datetime) -> bool:
        refuse()

    def add_staff(self, account: StaffAccount, happening: Happening) -> None:
        refuse()

    def change_staff(self, account: StaffAccount, happening: Happening) -> None:
        refuse()

    def staff(self, login: str) -> StaffAccount | None:
        refuse()

    def all_staff(self) -> tuple[StaffAccount, ...]:
        refuse()

    def note_sign_in(self, login: str, at: datetime, ok: bool, happening: Happening) -> None:
        refuse()

    def failed_sign_ins(self, login: str, since: datetime) -> tuple[datetime, ...]:
        refuse()

    def events(self) -> Iterator[Event]:
        refuse()

    def replace_register(self, rows: Iterable[Mapping[str, str]], happening: Happening) -> int:
        refuse()

    def register_size(self) -> int:
        refuse()

    def set_register_account(self, number: str, account: str) -> None:
        refuse()

    def erase_holders(self, ids: Sequence[str], happening: Happening) -> int:
        refuse()

    def waiting_since_before(self, at: datetime, limit: int = 1000) -> tuple[Request, ...]:
        refuse()

    def ended_before(self, at: datetime, limit: int = 1000) -> tuple[Request, ...]:
        refuse()

    def count_ended_before(self, at: datetime) -> int:
        refuse()

    def delete_ended_before(self, at: datetime, happening: Happening) -> int:
        refuse()

    def secret(self, name: str) -> bytes:
        refuse()
