"""What surrounds a desk in tests: a store that locks, a directory that hangs, a camera and a reader by script."""

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Self

import numpy as np

from kiosk.directory import Entry
from kiosk.errors import CameraAway, DirectoryAway, StoreAway
from kiosk.reading.card import CardKind, CardReading
from kiosk.reading.document import DocumentReading
from kiosk.reading.frame import Frame
from kiosk.reading.frame_reader import FrameReading
from kiosk.reading.steady import AcceptedCard, AcceptedDocument
from kiosk.store import Store
from kiosk.triage.account_state import AccountState
from tests.fakes import FakeDirectory
from tests.given import NUMBER, a_document

PATIENCE_S = 20.0  # a test that forgot to open the gate fails instead of hanging


class LockableStore:
    """A store that another program holds, for as long as `is_locked`."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.is_locked = False

    def __getattr__(self, name: str) -> object:
        if self.is_locked:
            raise StoreAway("The store stays locked by another program.")
        return getattr(self._store, name)


@dataclass(slots=True)
class Gate:
    """Holds whoever comes until the test opens it; counts them."""

    opened: threading.Event = field(default_factory=threading.Event)
    came: int = 0

    def __post_init__(self) -> None:
        self.opened.set()

    def shut(self) -> None:
        self.opened.clear()

    def open(self) -> None:
        self.opened.set()

    def wait(self) -> None:
        self.came += 1
        assert self.opened.wait(PATIENCE_S)


@dataclass(slots=True)
class GatedDirectory:
    """A directory that answers once its gate is open. answers: how many more it gives before it is away."""

    inner: FakeDirectory
    gate: Gate = field(default_factory=Gate)
    answers: int | None = None

    def find(self, number: str, birth_date: object) -> Entry | None:
        self._answer()
        return self.inner.find(number, birth_date)

    def is_shared(self, number: str) -> bool:
        self._answer()
        return self.inner.is_shared(number)

    def state(self, account: str) -> AccountState | None:
        self._answer()
        return self.inner.state(account)

    def on_each_server(self, account: str) -> Mapping[str, AccountState | None]:
        self._answer()
        return self.inner.on_each_server(account)

    def unlock(self, account: str) -> None:
        self._answer()
        self.inner.unlock(account)

    def set_one_time_password(self, account: str, secret: str) -> str:
        self._answer()
        return self.inner.set_one_time_password(account, secret)

    def end_one_time_password(self, account: str, mark: str, instead: str) -> bool:
        return self.inner.end_one_time_password(account, mark, instead)

    def addresses(self, account: str) -> tuple[str, ...]:
        self._answer()
        return self.inner.addresses(account)

    def check(self) -> None:
        self.inner.check()

    def _answer(self) -> None:
        self.gate.wait()
        if self.answers == 0:
            raise DirectoryAway("The directory doesn't answer.")
        if self.answers is not None:
            self.answers -= 1


@dataclass(slots=True)
class ScriptedCamera:
    """Gives the same grey picture until it is closed; `away` can't be opened; opening waits for the gate."""

    away: bool = False
    opened: int = 0
    closed: int = 0
    pace: threading.Event = field(default_factory=threading.Event)
    gate: Gate = field(default_factory=Gate)

    is_live = True

    def open(self) -> "ScriptedCamera":
        self.gate.wait()
        if self.away:
            raise CameraAway("The camera doesn't answer.")
        self.opened += 1
        return self

    def read(self) -> Frame:
        self.pace.wait(0.01)
        return Frame(np.full((36, 64, 3), 128, np.uint8))

    def close(self) -> None:
        self.closed += 1

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


@dataclass(slots=True)
class ScriptedReader:
    """Accepts what the test put before it, once a frame."""

    card: CardReading | None = None
    document: DocumentReading | None = None

    def show(self, *, number: str | None = NUMBER, document: DocumentReading | None = None) -> None:
        self.card = CardReading("code_128", number, CardKind.STUDENT_NUMBER, number) if number else None
        self.document = document or a_document()

    def sitting(self, *, stills: bool = False) -> "ScriptedReader":
        return self

    def read(self, frame: Frame, sought: object = None) -> FrameReading:
        return FrameReading((), None, None, None, b"")

    def feed(self, reading: FrameReading) -> tuple[AcceptedCard | None, AcceptedDocument | None]:
        card, self.card = self.card, None
        document, self.document = self.document, None
        return (
            AcceptedCard(card, 2) if card else None,
            AcceptedDocument(document, 2) if document else None,
        )
