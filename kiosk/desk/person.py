"""What is held about one person, handed to them or erased (GDPR, articles 15 and 17)."""

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from kiosk.desk.recording import decided
from kiosk.errors import Refused
from kiosk.journal.event import Event, Happening
from kiosk.kit import Kit
from kiosk.request import life
from kiosk.request.request import Request, State
from kiosk.staff.account import StaffAccount
from kiosk.staff.permissions import Act, require

MOST = 10_000  # requests of one student
REMEMBERED = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """Everything that the store holds about a student number.

    register: the student register's line, None without one. failures: failed verifications of the last week, which
    are kept under a digest only. events: each request's, by its id.
    """

    requests: tuple[Request, ...]
    events: Mapping[str, tuple[Event, ...]]
    register: Mapping[str, str] | None = field(repr=False)
    failures: int


@dataclass(frozen=True, slots=True)
class Erased:
    """How many requests lapsed, and lost their holder. in_register: the student register still has the person."""

    lapsed: int
    holders: int
    in_register: bool


def export_person(kit: Kit, staff: StaffAccount, number: str) -> Held:
    """Return what is held, and record that somebody had it."""
    require(staff, Act.PERSON_EXPORT)
    requests = kit.store.earlier(number, MOST)
    held = Held(
        requests=requests,
        events=_events_of(kit, {request.id for request in requests}),
        register=kit.store.register_entry(number),
        failures=kit.store.failures(number, kit.now() - REMEMBERED),
    )
    kit.store.record(Happening("person_exported", "", staff.login, kit.now(), {"count": len(requests)}))
    return held


def erase_person(kit: Kit, staff: StaffAccount, number: str, dry_run: bool = False) -> Erased:
    """Empty the holder of each of the person's requests; one that waits lapses first. With dry_run only count.

    What stays names nobody: codes, the journal, and for a week the digest under which failures are counted, else
    erasing would be a way around that limit. Raises Refused while a request is approved and not yet carried out, or
    a one-time secret of this person's is out.
    """
    require(staff, Act.PERSON_ERASE)
    requests = kit.store.earlier(number, MOST)
    _refuse_approved(requests)
    _refuse_open_secret(kit, requests)
    waiting = [request for request in requests if request.state is State.WAITING]
    if requests and not dry_run:
        _erase(kit, staff, requests, waiting)
    return Erased(len(waiting), len(requests), kit.store.register_entry(number) is not None)


def _refuse_approved(requests: Collection[Request]) -> None:
    for request in requests:
        if request.state is State.APPROVED:
            raise Refused(
                f"{request.reference} is approved and not yet carried out: wait for it, or take it back with "
                "`kiosk undo`, then erase.",
                "approved_request",
            )


def _refuse_open_secret(kit: Kit, requests: Collection[Request]) -> None:
    """Whose account it opens stands in the request only: without it, nobody could end it."""
    if kit.open_secrets is not None and kit.open_secrets.are_out_for(request.id for request in requests):
        raise Refused(
            "A one-time secret was handed over to this person within a day: erase tomorrow, when it has ended.",
            "open_secret",
        )


def _erase(
    kit: Kit, staff: StaffAccount, requests: Collection[Request], waiting: Collection[Request]
) -> None:
    now = kit.now()
    for request in waiting:
        after = life.lapse(request, now)
        kit.store.swap(request, after, decided("request_lapsed", after, staff.login, now))
    ids = [request.id for request in requests]
    kit.store.erase_holders(ids, Happening("person_erased", "", staff.login, now, {"count": len(ids)}))
    kit.notices.forget(ids)


def _events_of(kit: Kit, ids: Collection[str]) -> Mapping[str, tuple[Event, ...]]:
    """Return the events of these requests. Reads the whole journal, which has no index by subject: this is rare."""
    found: dict[str, list[Event]] = {each: [] for each in ids}
    for subject, event in _with_subject(kit.store.events() if ids else iter(())):
        if subject in found:
            found[subject].append(event)
    return {each: tuple(events) for each, events in found.items()}


def _with_subject(events: Iterator[Event]) -> Iterator[tuple[str, Event]]:
    for event in events:
        yield json.loads(event.body)["subject"], event
