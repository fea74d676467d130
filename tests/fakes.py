"""Stand-ins for the outside, written by hand: they do what they say and remember what they were asked."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from kiosk.directory import Entry
from kiosk.errors import DirectoryAway, PrinterAway
from kiosk.identity.student import BirthDate, Student
from kiosk.reading.partial_date import PartialDate
from kiosk.request.request import Request, State
from kiosk.triage.account_state import AccountState, Standing


@dataclass(slots=True)
class Clock:
    """Time that moves when it is told to."""

    at: datetime
    paused: list[float] = field(default_factory=list)
    elapsed: float = 0.0

    def now(self) -> datetime:
        return self.at

    def monotonic(self) -> float:
        return self.elapsed

    def pause(self, seconds: float) -> None:
        self.paused.append(seconds)
        self.elapsed += seconds

    def advance(self, **time: float) -> None:
        self.at += timedelta(**time)


@dataclass(slots=True)
class Randomness:
    """Bytes that differ at each call and are the same in each run."""

    count: int = 0

    def secret(self, size: int) -> bytes:
        self.count += 1
        return self.count.to_bytes(4, "big").rjust(size, b"\x5a")[-size:]


@dataclass(slots=True)
class FakeDirectory:
    """A directory in memory; `away` makes every call fail, `stubborn` keeps locks."""

    students: dict[str, Student] = field(default_factory=dict)
    states: dict[str, AccountState] = field(default_factory=dict)
    away: bool = False
    stubborn: bool = False
    unlocked: list[str] = field(default_factory=list)
    mailboxes: dict[str, tuple[str, ...]] = field(default_factory=dict)
    passwords: list[tuple[str, str]] = field(default_factory=list)
    shared: set[str] = field(default_factory=set)
    ended: list[str] = field(default_factory=list)

    def add(self, student: Student, state: AccountState) -> None:
        self.students[student.number] = student
        self.states[student.number] = state

    def find(self, number: str, birth_date: PartialDate | None) -> Entry | None:
        self._answer()
        student = self.students.get(number)
        if student is None:
            return None
        if birth_date is None:
            student = replace(student, birth_date=BirthDate.NOT_COMPARED)
        state = self.states[number]
        return Entry(student, number, state.standing, state.registered)

    def is_shared(self, number: str) -> bool:
        self._answer()
        return number in self.shared

    def state(self, account: str) -> AccountState | None:
        self._answer()
        return self.states.get(account)

    def on_each_server(self, account: str) -> dict[str, AccountState | None]:
        return {"server": self.state(account)}

    def unlock(self, account: str) -> None:
        self._answer()
        self.unlocked.append(account)
        if not self.stubborn:
            self.states[account] = replace(self.states[account], locked=False)

    def addresses(self, account: str) -> tuple[str, ...]:
        self._answer()
        return self.mailboxes.get(account, ())

    def set_one_time_password(self, account: str, secret: str) -> str:
        self._answer()
        self.passwords.append((account, secret))
        self.states[account] = replace(
            self.states[account], must_change_password=True, password_expired=False
        )
        return f"mark-{len(self.passwords)}"

    def end_one_time_password(self, account: str, mark: str, instead: str) -> bool:
        self._answer()
        is_out = self.states[account].must_change_password and mark == f"mark-{len(self.passwords)}"
        if is_out:
            self.ended.append(account)
            self.states[account] = replace(self.states[account], must_change_password=False)
        return bool(is_out)

    def check(self) -> None:
        self._answer()

    def _answer(self) -> None:
        if self.away:
            raise DirectoryAway("The directory doesn't answer.")


LOCKED = AccountState(
    standing=Standing.ACTIVE, locked=True, password_expired=False, idle=False, registered=True
)


@dataclass(slots=True)
class FakeNotices:
    """Keeps whom it told; occasions: those that aren't the request's state. sent: how often it was asked to send."""

    told: list[Request] = field(default_factory=list)
    expected: list[Request] = field(default_factory=list)
    occasions: list[str] = field(default_factory=list)
    forgotten: list[str] = field(default_factory=list)
    sent: int = 0

    @property
    def outcomes(self) -> list[Request]:
        """Those who were told how it ended; the others heard that a request was filed."""
        return [request for request in self.told if request.state is not State.WAITING]

    def expect(self, request: Request) -> None:
        self.expected.append(request)

    def tell(self, request: Request, occasion: str | None = None) -> None:
        if occasion is None:
            self.told.append(request)
        else:
            self.occasions.append(occasion)

    def send(self) -> None:
        self.sent += 1

    def fate(self, request: Request) -> None:
        return None

    def forget(self, ids: Iterable[str]) -> None:
        self.forgotten += ids


@dataclass(slots=True)
class FakePrinter:
    """Keeps what it printed; `away` refuses."""

    printed: list[tuple[str, str, str]] = field(default_factory=list)
    away: bool = False

    def print_ticket(self, text: str, qr: str, reference: str) -> None:
        self.check()
        self.printed.append((text, qr, reference))

    def check(self) -> None:
        if self.away:
            raise PrinterAway("The printer doesn't answer.")
