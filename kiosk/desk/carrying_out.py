"""Carry out what was approved: the intent is saved before, the outcome after, and a crash between loses nothing."""

from collections.abc import Iterator, Mapping
from datetime import timedelta

from kiosk.desk.ending_secrets import end_unused_secrets
from kiosk.desk.recording import decided
from kiosk.errors import AlreadyDecided, ChannelAway, DirectoryAway, Refused
from kiosk.kit import Kit
from kiosk.request import life
from kiosk.request.request import Request, State

SYSTEM = "system"
# Longer than any attempt takes: a directory or a mail server has given up by then.
LEASE = timedelta(minutes=2)
TOLD = (State.UNLOCKED, State.HANDED_OVER)  # after success only


def carry_out(kit: Kit, request: Request) -> Request:
    """Try once. Returns the request unlocked, handed over, failed, or still approved with its next attempt."""
    try:
        reached = kit.channel.carry_out(request)
    except (ChannelAway, DirectoryAway) as error:
        return _postpone(kit, request, type(error).part + "_away")
    except Refused as error:
        return _end(
            kit, request, life.failed(request, ":".join(error.reasons), kit.now()), "carrying_out_failed"
        )
    if reached is State.HANDED_OVER:
        return _end(kit, request, life.handed_over(request, kit.now()), "handed_over")
    return _end(kit, request, life.unlocked(request, kit.now()), "unlocked")


def carry_out_once(kit: Kit, request: Request) -> Request:
    """Try a claimed request once; if its lease ended and another desk was quicker, return what came of it."""
    try:
        return carry_out(kit, request)
    except AlreadyDecided:
        kept = kit.store.get(request.reference)
        if kept.decision != request.decision:
            raise
        return kept


def carry_out_if_free(kit: Kit, request: Request) -> Request:
    """Try once, unless another desk is at it: then return the request as it stands."""
    if not kit.store.claim(request, LEASE):
        return kit.store.get(request.reference)
    return carry_out_once(kit, request)


def resume(kit: Kit) -> tuple[Request, ...]:
    """Carry out what is approved and due, one claim after the other, after a crash or an outage; send notices.

    A request that a desk claimed and never ended, for it crashed, is due again when its lease ends. One-time
    secrets that nobody used in time end here too.
    """
    tried = tuple(_resume_one(kit, request) for request in _claimed(kit))
    end_unused_secrets(kit)
    if kit.filings is not None:
        kit.filings.leave_notices(kit.notices.tell)
    kit.notices.send()
    return tried


def _claimed(kit: Kit) -> Iterator[Request]:
    """Yield each due request that is free, claimed; each is yielded once, however its attempt ends."""
    seen: set[str] = set()
    while (request := kit.store.claim_due(kit.now(), LEASE)) is not None and request.id not in seen:
        seen.add(request.id)
        yield request


def _resume_one(kit: Kit, request: Request) -> Request:
    try:
        return carry_out(kit, request)
    except AlreadyDecided:  # another desk was quicker; unlocking twice does no harm
        return kit.store.get(request.reference)


def _postpone(kit: Kit, request: Request, code: str) -> Request:
    after = life.postponed(request, code, kit.now())
    return kit.store.swap(
        request, after, decided("carrying_out_postponed", after, SYSTEM, kit.now(), {"code": code})
    )


def _end(kit: Kit, request: Request, after: Request, kind: str) -> Request:
    if after.state in TOLD:
        kit.notices.expect(after)
    kept = kit.store.swap(request, after, decided(kind, after, SYSTEM, kit.now(), _failure(after)))
    if kept.state in TOLD:
        kit.notices.tell(kept)
    return kept


def _failure(after: Request) -> Mapping[str, str]:
    """Return the failure as the journal has it: "replica_behind:ldap2.example.org" names a server beside the code."""
    code, _, server = (after.failure or "").partition(":")
    return {key: value for key, value in (("code", code), ("server", server)) if value}
