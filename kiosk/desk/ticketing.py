"""A ticket in a member of staff's hands: the lines, printing it, and a new one for who lost theirs."""

from dataclasses import dataclass, field

from kiosk.desk.recording import decided
from kiosk.kit import Kit
from kiosk.request import life
from kiosk.request.request import Presence, Request
from kiosk.request.ticket import new_secret, qr_text, ticket_digest, ticket_lines
from kiosk.staff.account import StaffAccount
from kiosk.staff.permissions import Act, require


@dataclass(frozen=True, slots=True)
class DeskTicket:
    """What the paper says. qr: opens the request's status, so it is shown to its holder and kept nowhere."""

    reference: str
    lines: tuple[str, ...]
    qr: str = field(repr=False)


def ticket_of(kit: Kit, request: Request, qr: str, *, replaces: bool = False) -> DeskTicket:
    """Return the ticket of a request that was just filed, in its holder's language."""
    language = request.holder.language if request.holder else "fr"
    day = kit.rules.calendar.local(request.due_at).date()
    must_come = request.verification.presence is Presence.UNATTENDED
    office = kit.rules.offices[request.door, language]
    lines = ticket_lines(request.reference, day, office, language, must_come=must_come, replaces=replaces)
    return DeskTicket(request.reference, lines, qr)


def new_ticket(kit: Kit, staff: StaffAccount, reference: str) -> DeskTicket:
    """Give an open request another ticket; the one before opens nothing any more.

    Only the digest of a ticket's secret is kept, so that nobody can print the first one again.
    Raises NotAllowed, NotFound, AlreadyDecided.
    """
    require(staff, Act.PRINT)
    request = kit.store.get(reference)
    secret = new_secret(kit.secret)
    after = life.ticket_replaced(request, ticket_digest(secret))
    kept = kit.store.swap(request, after, decided("ticket_replaced", after, staff.login, kit.now()))
    return ticket_of(kit, kept, qr_text(secret), replaces=True)


def print_ticket(kit: Kit, staff: StaffAccount, ticket: DeskTicket) -> None:
    """Print it. Raises NotAllowed, PrinterAway."""
    require(staff, Act.PRINT)
    kit.printer.print_ticket("\n".join(ticket.lines), ticket.qr, ticket.reference)
