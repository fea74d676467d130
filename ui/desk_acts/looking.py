"""Look at a request, search, ask for figures; hand a ticket over. What is looked at last is what is shown."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from kiosk.desk.figures import Figures, figures
from kiosk.desk.looking import Dossier, dossier
from kiosk.desk.searching import search
from kiosk.desk.ticketing import DeskTicket, new_ticket, print_ticket
from kiosk.kit import Kit
from kiosk.request.request import Request
from kiosk.staff.account import StaffAccount
from ui.desk_acts.acts import Failure
from ui.desk_acts.signed_in import SignedIn

OPEN, SEARCH, FIGURES, TICKET, PRINT = "open", "search", "figures", "ticket", "print"


class Looking(QObject):
    """opened(Dossier); found(text, requests); counted(Figures); failed(Failure)."""

    opened = Signal(object)
    found = Signal(str, object)
    counted = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: SignedIn) -> None:
        super().__init__(desk)
        self.desk = desk
        self.wanted: str | None = None
        self.asked: str | None = None
        self.sought: str | None = None

    def open(self, reference: str) -> None:
        """Open a request; asked for another meanwhile, that one is opened in its place."""
        self.wanted = reference
        self._open_wanted()

    def open_nothing(self) -> None:
        self.wanted = None

    def search(self, text: str) -> None:
        """Search; what is typed meanwhile is searched for afterwards, and only the last is shown."""
        self.sought = text
        self._search_sought()

    def count(self) -> bool:
        return self.desk.run(FIGURES, _figures, self.counted.emit, self._on_failed)

    def forget(self) -> None:
        self.wanted = self.sought = None

    def _open_wanted(self) -> None:
        if self.wanted is not None:
            work = partial(_dossier, self.wanted)
            if self.desk.run(OPEN, work, self._on_opened, self._on_open_failed):
                self.asked = self.wanted

    def _on_opened(self, seen: Dossier) -> None:
        if self.asked == self.wanted:
            self.opened.emit(seen)
        else:
            self._open_wanted()

    def _on_open_failed(self, failure: Failure) -> None:
        if self.asked == self.wanted:
            self.wanted = None
            self._on_failed(failure)
        else:
            self._open_wanted()

    def _search_sought(self) -> None:
        if self.sought is not None:
            self.desk.run(SEARCH, partial(_search, self.sought), self._on_found, self._on_failed)

    def _on_found(self, answer: tuple[str, tuple[Request, ...]]) -> None:
        text, requests = answer
        if text == self.sought:
            self.found.emit(text, requests)
        else:
            self._search_sought()

    def _on_failed(self, failure: Failure) -> None:
        self.failed.emit(failure)


class Ticketing(QObject):
    """made(DeskTicket): to be shown to its holder. printed(DeskTicket). failed(Failure)."""

    made = Signal(object)
    printed = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: SignedIn) -> None:
        super().__init__(desk)
        self.desk = desk

    def make(self, reference: str) -> bool:
        """Give the request another ticket."""
        return self.desk.run(TICKET, partial(_new_ticket, reference), self.made.emit, self._on_failed)

    def print_out(self, ticket: DeskTicket) -> bool:
        return self.desk.run(PRINT, partial(_print, ticket), self.printed.emit, self._on_failed)

    def _on_failed(self, failure: Failure) -> None:
        self.failed.emit(failure)


def _dossier(reference: str, kit: Kit, staff: StaffAccount) -> Dossier:
    return dossier(kit, staff, reference)


def _search(text: str, kit: Kit, staff: StaffAccount) -> tuple[str, tuple[Request, ...]]:
    return text, search(kit, staff, text)


def _figures(kit: Kit, staff: StaffAccount) -> Figures:
    return figures(kit, staff)


def _new_ticket(reference: str, kit: Kit, staff: StaffAccount) -> DeskTicket:
    return new_ticket(kit, staff, reference)


def _print(ticket: DeskTicket, kit: Kit, staff: StaffAccount) -> DeskTicket:
    print_ticket(kit, staff, ticket)
    return ticket
