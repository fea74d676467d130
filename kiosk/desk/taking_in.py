"""Take in what terminals wrote while the store was away: open, check, save; once each, and nothing is dropped."""

import logging
from dataclasses import dataclass, replace

from kiosk.errors import Refused, Unreadable
from kiosk.filing import VISITOR, filed
from kiosk.identity.reason import Reason
from kiosk.identity.verdict import Check, Item, Outcome, Result, Verdict
from kiosk.journal.event import Happening
from kiosk.journal.signature import is_signed
from kiosk.journal.vocabulary import check
from kiosk.kit import Kit
from kiosk.request.limits import is_desk_only
from kiosk.request.reference import new_reference, parse_reference
from kiosk.request.request import Presence, Request, State
from kiosk.spool.contents import Contents, FailedAway, FiledAway, NotedAway, read
from kiosk.spool.sealing import CampusKey, signed_part
from kiosk.store import Inbox, Letter

log = logging.getLogger(__name__)
SYSTEM = "system"
TRIES = 3  # at a reference that nobody has


@dataclass(frozen=True, slots=True)
class TakenIn:
    """How many requests and other letters were taken in, and how many can't be opened and were set aside."""

    requests: int = 0
    others: int = 0
    set_aside: int = 0


def take_in(kit: Kit) -> TakenIn:
    """Take in every letter that was posted. Does nothing where the campus' key isn't."""
    if kit.inbox is None or kit.campus_key is None:
        return TakenIn()
    taken = TakenIn()
    while letters := kit.inbox.letters():
        for letter in letters:
            taken = _take(kit, kit.inbox, kit.campus_key, letter, taken)
    return taken


def _take(kit: Kit, inbox: Inbox, key: CampusKey, letter: Letter, taken: TakenIn) -> TakenIn:
    try:
        contents = _opened(inbox, key, letter)
    except Unreadable as error:
        log.warning("a terminal's letter was set aside", extra={"device": letter.writer, "why": str(error)})
        inbox.set_aside(letter.id)
        return replace(taken, set_aside=taken.set_aside + 1)
    _save(kit, inbox, letter, contents)
    if isinstance(contents, FiledAway):
        return replace(taken, requests=taken.requests + 1)
    return replace(taken, others=taken.others + 1)


def _opened(inbox: Inbox, key: CampusKey, letter: Letter) -> Contents:
    """Return what a letter says. Raises Unreadable unless a device that the store knows wrote it, as it stands."""
    public_key = inbox.public_keys().get(letter.writer)
    signed = signed_part(letter.content, letter.id, letter.writer)
    if public_key is None or not is_signed(signed, letter.signature, public_key):
        raise Unreadable("No device that is known here signed this letter.")
    contents = read(key.open(letter.content, letter.id, letter.writer))
    _refuse_strange(letter, contents)
    return contents


def _refuse_strange(letter: Letter, contents: Contents) -> None:
    """A stolen terminal can sign anything: it files unattended, waiting requests, and speaks the journal's words."""
    happening = _happening_of(contents)
    try:
        check(happening)
    except ValueError as error:
        raise Unreadable("A terminal's letter has words that the journal doesn't know.") from error
    is_plain = not isinstance(contents, FiledAway) or _is_plain(contents.request, letter.id)
    if happening.by != VISITOR or not is_plain:
        raise Unreadable("A terminal's letter claims more than a terminal may.")


def _happening_of(contents: Contents) -> Happening:
    if not isinstance(contents, FiledAway):
        return contents.happening
    if contents.request.holder is None:
        raise Unreadable("A terminal's letter isn't whole.")
    return filed("request_delivered", contents.request, contents.request.holder)


def _is_plain(request: Request, letter_id: str) -> bool:
    """Return True for what a terminal files: waiting, seen by nobody, decided by nobody."""
    verification = request.verification
    is_unseen = verification.presence is Presence.UNATTENDED and verification.verified_by is None
    is_verified = verification.verdict.outcome in (Outcome.MATCH, Outcome.REVIEW)
    is_new = request.state is State.WAITING and request.decision is None and request.version == 1
    is_named = request.id == letter_id and parse_reference(request.reference) == request.reference
    return is_unseen and is_verified and is_new and is_named


def _save(kit: Kit, inbox: Inbox, letter: Letter, contents: Contents) -> None:
    match contents:
        case FailedAway(number, happening):
            inbox.take_failure(letter.id, number, happening.at, happening)
        case NotedAway(happening):
            inbox.take_note(letter.id, happening)
        case FiledAway(request):
            _deliver(kit, inbox, letter.id, _counted(kit, request))


def _counted(kit: Kit, request: Request) -> Request:
    """Return the request, for a person to look at if its number had failed too often that day.

    It was acknowledged, so it is kept; but nobody may approve it without having seen who brought it.
    """
    holder = request.holder
    if holder is None:
        return request
    since = kit.rules.calendar.start_of_day(request.filed_at)
    failed = kit.store.failures(holder.student_number, since)
    if not is_desk_only(failed, kit.rules.failures_per_day):
        return request
    others = tuple(each for each in request.verification.verdict.checks if each.item is not Item.CARD)
    checks = (Check(Item.CARD, Result.REVIEW, Reason.LIMIT_REACHED), *others)
    verdict = Verdict(Outcome.REVIEW, checks)
    return replace(request, verification=replace(request.verification, verdict=verdict))


def _deliver(kit: Kit, inbox: Inbox, letter_id: str, request: Request) -> None:
    """Save it; another request may have drawn the same reference meanwhile, then the ticket's code opens it."""
    if request.holder is None:
        raise ValueError("a delivered request has a holder")
    for _ in range(TRIES):
        happening = replace(filed("request_delivered", request, request.holder), at=kit.now())
        joined = Happening("request_joined", request.id, VISITOR, kit.now())
        try:
            inbox.take_request(letter_id, request, happening, joined)
        except Refused:
            request = replace(request, reference=new_reference(kit.secret(8)))
        else:
            return
    inbox.set_aside(letter_id)
