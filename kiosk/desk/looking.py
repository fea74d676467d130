"""What staff see: the queue, and everything about one request."""

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.errors import DirectoryAway
from kiosk.kit import Kit
from kiosk.notices import Told
from kiosk.request.request import Request, State
from kiosk.staff.account import StaffAccount
from kiosk.staff.permissions import Act, require
from kiosk.store import Page
from kiosk.triage.account_state import AccountState
from kiosk.triage.cause import causes
from kiosk.triage.words import Cause


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """One request as the person who decides sees it.

    account: None when the directory can't tell now; directory_away says why nothing is known. told: what became of the
    notice to its holder, None where there is none.
    """

    request: Request
    account: AccountState | None
    causes: tuple[Cause, ...]
    directory_away: str | None
    earlier: tuple[Request, ...]
    told: Told | None = None


def queue(kit: Kit, staff: StaffAccount, after: str | None = None, limit: int = 50) -> Page:
    """Return waiting requests, urgent first, then by due time."""
    require(staff, Act.QUEUE)
    return kit.store.queue((State.WAITING,), after, limit)


def needing_attention(kit: Kit, staff: StaffAccount) -> Sequence[Request]:
    """Return what was decided but isn't carried out: failed requests, and approved ones that wait for a retry."""
    require(staff, Act.QUEUE)
    return kit.store.queue((State.APPROVED, State.FAILED)).requests


def dossier(kit: Kit, staff: StaffAccount, reference: str) -> Dossier:
    """Return everything about one request. Raises NotFound."""
    require(staff, Act.SHOW)
    request = kit.store.get(reference)
    account, away = account_state(kit, request)
    return Dossier(
        request=request,
        account=account,
        causes=causes(request.symptom, account),
        directory_away=away,
        earlier=_earlier(kit, request),
        told=kit.notices.fate(request),
    )


def account_state(kit: Kit, request: Request) -> tuple[AccountState | None, str | None]:
    """Return what the directory says of the request's account, or None and why it doesn't."""
    if request.holder is None:
        return None, None
    try:
        return kit.directory.state(request.holder.account), None
    except DirectoryAway as error:
        return None, str(error)


def _earlier(kit: Kit, request: Request) -> tuple[Request, ...]:
    if request.holder is None:
        return ()
    found = kit.store.earlier(request.holder.student_number)
    return tuple(each for each in found if each.id != request.id)
