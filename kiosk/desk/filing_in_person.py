"""Staff see the person, hold card and document, and file the request; edge papers take a supervisor's words."""

from dataclasses import replace

from kiosk.desk.recording import Details, decided
from kiosk.errors import NotAllowed, Refused
from kiosk.filing import (
    UNKNOWN_NUMBER,
    VISITOR,
    Claim,
    Filed,
    TurnedAway,
    Witness,
    file_claim,
    verification_of,
)
from kiosk.identity.reason import Reason
from kiosk.identity.verdict import Verdict
from kiosk.kit import Kit
from kiosk.request import life
from kiosk.request.request import Presence, Request, State
from kiosk.staff.account import StaffAccount
from kiosk.staff.permissions import Act, may, require

EDGE_PAPERS = (
    Reason.EXPIRED,
    Reason.NUMBER_TYPED,  # nobody showed a card
    Reason.BIRTH_NAME_UNKNOWN,  # the name may have changed
)


def file_in_person(
    kit: Kit, staff: StaffAccount, claim: Claim, supervisor_reason: str | None = None
) -> Filed | TurnedAway:
    """Verify and file what a person in front of this member of staff shows.

    A request that the terminal filed unattended keeps its ticket and is verified anew. Raises NotAllowed,
    DirectoryAway, StoreAway, AlreadyDecided, and Refused where edge papers need a supervisor's written reason.
    """
    require(staff, Act.VERIFY_IN_PERSON)
    require(staff, Act.FILE)
    reason = (supervisor_reason or "").strip() or None
    if reason is not None:
        require(staff, Act.EDGE_PAPERS)
    witness = Witness(login=staff.login, supervisor_reason=reason)
    filed = file_claim(kit, claim, witness, lambda verdict: _permit(staff, verdict, reason))
    if isinstance(filed, Filed) and _was_unattended(filed.request):
        return replace(filed, request=_verify_anew(kit, claim, witness, filed))
    if isinstance(filed, TurnedAway) and filed.verdict == UNKNOWN_NUMBER:
        return replace(filed, is_number_shared=kit.directory.is_shared(claim.number))
    return filed


def edges(verdict: Verdict) -> tuple[str, ...]:
    """Return the codes that make these papers a supervisor's matter."""
    return tuple(code for code in verdict.codes if code in EDGE_PAPERS)


def _was_unattended(request: Request) -> bool:
    return request.state is State.WAITING and request.verification.presence is Presence.UNATTENDED


def _verify_anew(kit: Kit, claim: Claim, witness: Witness, filed: Filed) -> Request:
    """Save what was seen now. The person is the request's holder: the open request was found by their number."""
    verification = verification_of(kit, claim, witness, filed.verdict, kit.now())
    after = life.verified_in_person(filed.request, verification)
    details: Details = {
        "verdict": filed.verdict.outcome,
        "codes": " ".join(filed.verdict.codes),
        "presence": verification.presence,
        "document_type": verification.document_type,
        "issuing_state": verification.issuing_state,
    }
    by = witness.login or VISITOR
    return kit.store.swap(
        filed.request, after, decided("verified_in_person", after, by, verification.at, details)
    )


def _permit(staff: StaffAccount, verdict: Verdict, reason: str | None) -> None:
    found = edges(verdict)
    if not found:
        return
    if not may(staff.role, Act.EDGE_PAPERS):
        raise NotAllowed(
            "These papers take a supervisor: ask one to verify this person.", "edge_papers", *found
        )
    if reason is None:
        raise Refused("Write down why these papers are accepted.", "reason_needed", *found)
