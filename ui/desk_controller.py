"""The desk behind its panels: who is signed in, what is shown, and what each act leads to. Knows no panel."""

from PySide6.QtCore import QObject, Signal

from kiosk.desk.looking import Dossier
from kiosk.desk.ticketing import DeskTicket
from kiosk.errors import AlreadyDecided, DirectoryAway, StoreAway
from kiosk.filing import Filed, TurnedAway
from kiosk.kit import Kit
from kiosk.request.request import Request, State
from kiosk.staff.account import StaffAccount
from kiosk.staff.permissions import Act, may
from ui.desk_acts.acts import Failure
from ui.desk_acts.calling import Calling
from ui.desk_acts.carrying import Carrying
from ui.desk_acts.deciding import DECIDE, Deciding
from ui.desk_acts.examining import Examine, Examining, nothing_to_examine
from ui.desk_acts.fleet import Admit, Fleet, nobody_admits
from ui.desk_acts.in_person import FILE, InPerson
from ui.desk_acts.looking import Looking, Ticketing
from ui.desk_acts.queue_watch import QueueNow, QueueWatch
from ui.desk_acts.signed_in import SignedIn, is_disabled
from ui.terminal.one_camera import OneCamera

PATIENCE_MS = 10_000  # for what hangs outside, at the end


class DeskController(QObject):
    """Everything a desk's window asks for and is told.

    opened(Dossier): put it on the screen. moved(Dossier): the one on the screen, changed from elsewhere.
    refused(Failure): an act came to nothing. away_changed(frozenset): parts that don't answer ("store", "directory").
    fell: an exception that nobody caught, emitted from any thread: the desk locks.
    Its parts have the other signals: desk, queue, calling, looking, deciding, tickets, person, examining, fleet.
    """

    opened = Signal(object)
    moved = Signal(object)
    refused = Signal(object)
    away_changed = Signal(object)
    fell = Signal()

    def __init__(
        self,
        kit: Kit,
        cameras: OneCamera | None = None,
        parent: QObject | None = None,
        examine: Examine = nothing_to_examine,
        admit: Admit = nobody_admits,
    ) -> None:
        super().__init__(parent)
        self.desk = SignedIn(kit, self)
        self.queue, self.carrying = QueueWatch(self.desk), Carrying(self.desk)
        self.calling = Calling(self.desk)
        self.looking, self.tickets = Looking(self.desk), Ticketing(self.desk)
        self.deciding, self.examining = Deciding(self.desk), Examining(self.desk, examine)
        self.fleet = Fleet(self.desk, admit)
        self.person = InPerson(self.desk, cameras or OneCamera(lambda: kit.open_camera(None)))
        self.dossier: Dossier | None = None
        self.is_reopening = False
        self.away: frozenset[str] = frozenset()
        self._listen()

    @property
    def staff(self) -> StaffAccount | None:
        return self.desk.staff

    @property
    def is_deciding(self) -> bool:
        return self.desk.acts.is_busy(DECIDE, FILE)

    def may(self, act: Act) -> bool:
        """Return whether whoever is signed in may do this."""
        return self.staff is not None and may(self.staff.role, act)

    def open(self, reference: str) -> None:
        self.is_reopening = False
        self.looking.open(reference)

    def close_dossier(self) -> None:
        """Take the request off the screen."""
        self.dossier = None
        self.looking.forget()
        self._say_away(self.away - {"directory"})

    def finish(self) -> bool:
        """Stop everything and wait for it, at the window's end. Return whether all ended in time."""
        for part in (self.queue, self.carrying):
            part.stop()
        self.desk.lock()
        ended = self.person.watcher.finish(PATIENCE_MS / 1000)
        ended = self.queue.changes.finish(PATIENCE_MS / 1000) and ended
        return self.desk.acts.close(PATIENCE_MS) and ended

    def _listen(self) -> None:
        self.fell.connect(self.desk.lock)
        self.desk.signed_in.connect(self._on_signed_in)
        self.desk.locked.connect(self._on_locked)
        self.queue.seen.connect(self._on_queue)
        self.queue.away.connect(self._on_away)
        self.looking.opened.connect(self._on_opened)
        self.deciding.decided.connect(self._on_decided)
        self.deciding.handed_over.connect(self._on_decided)
        self.tickets.made.connect(self._on_ticket)
        self.carrying.moved.connect(self._on_carried_out)
        self.person.filed.connect(self._on_filed)
        parts = (self.desk, self.calling, self.looking, self.deciding, self.tickets)
        for part in (*parts, self.person, self.examining, self.fleet):
            part.failed.connect(self._on_failed)

    def _on_signed_in(self, _staff: StaffAccount) -> None:
        if self.may(Act.QUEUE):
            self.queue.start()
        self.carrying.start()

    def _on_locked(self, _login: str) -> None:
        """Forget every person that was shown. What is approved is carried out all the same."""
        self.queue.stop()
        self.person.end()
        self.close_dossier()
        self._say_away(frozenset())

    def _on_queue(self, seen: QueueNow) -> None:
        """Look again at the request on the screen when another desk moved it, or the directory was away."""
        self._say_away(self.away - {"store"})
        if self.dossier is not None and (is_other(self.dossier.request, seen) or "directory" in self.away):
            self._reopen()

    def _on_opened(self, dossier: Dossier) -> None:
        is_same = self.is_reopening and self.dossier is not None
        self.dossier, self.is_reopening = dossier, False
        parts = self.away - {"directory"}
        self._say_away(parts | {"directory"} if dossier.directory_away else parts)
        (self.moved if is_same else self.opened).emit(dossier)

    def _on_decided(self, request: Request) -> None:
        self._after_act(request.reference)

    def _on_ticket(self, ticket: DeskTicket) -> None:
        self._after_act(ticket.reference)

    def _on_carried_out(self, requests: tuple[Request, ...]) -> None:
        for request in requests:
            self._after_act(request.reference)

    def _on_filed(self, outcome: Filed | TurnedAway) -> None:
        self._after_act(outcome.request.reference if isinstance(outcome, Filed) else "")

    def _on_failed(self, failure: Failure) -> None:
        if is_disabled(failure.error):
            self.desk.change_user()
        self._on_away(failure.error)
        self.refused.emit(failure)
        if isinstance(failure.error, AlreadyDecided) and self.dossier is not None:
            self._after_act(self.dossier.request.reference)

    def _after_act(self, reference: str) -> None:
        """Show what it came to: in the queue, and in the request if that is on the screen."""
        if self.may(Act.QUEUE):
            self.queue.look()
        if self.dossier is not None and self.dossier.request.reference == reference:
            self._reopen()

    def _reopen(self) -> None:
        if self.dossier is not None:
            self.is_reopening = True
            self.looking.open(self.dossier.request.reference)

    def _on_away(self, error: Exception) -> None:
        """Note what is away and comes back by itself, so that nobody has to try; others are told once."""
        if isinstance(error, StoreAway | DirectoryAway):
            self._say_away(self.away | {error.part})

    def _say_away(self, parts: frozenset[str]) -> None:
        if parts != self.away:
            self.away = parts
            self.away_changed.emit(parts)


def is_other(shown: Request, seen: QueueNow) -> bool:
    """Return whether the queue knows the request as another than the one on the screen."""
    now = {request.reference: request.version for request in (*seen.waiting, *seen.attention)}
    if shown.reference in now:
        return now[shown.reference] != shown.version
    return shown.state in (State.WAITING, State.APPROVED, State.FAILED) and not seen.more
