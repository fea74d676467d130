"""What age does: requests that nobody took lapse, holders are forgotten, old records go."""

from dataclasses import dataclass

from kiosk.desk.recording import decided
from kiosk.journal.event import Happening
from kiosk.kit import Kit
from kiosk.request import life
from kiosk.request.request import Request
from kiosk.staff.account import StaffAccount
from kiosk.staff.permissions import Act, require


@dataclass(frozen=True, slots=True)
class Forgotten:
    """How many requests lapsed, lost their holder, or were deleted with their record."""

    lapsed: int
    holders: int
    records: int


def forget(kit: Kit, staff: StaffAccount, dry_run: bool = False) -> Forgotten:
    """Erase what the retention rules say is due; with dry_run only count it."""
    require(staff, Act.FORGET)
    now, rules = kit.now(), kit.rules.retention
    late = kit.store.waiting_since_before(rules.lapse_before(now))
    holders = kit.store.ended_before(rules.holder_before(now))
    records = kit.store.count_ended_before(rules.record_before(now))
    if not dry_run:
        _forget(kit, staff, late, holders)
    return Forgotten(len(late), len(holders), records)


def _forget(kit: Kit, staff: StaffAccount, late: tuple[Request, ...], holders: tuple[Request, ...]) -> None:
    now = kit.now()
    for request in late:
        after = life.lapse(request, now)
        kit.store.swap(request, after, decided("request_lapsed", after, staff.login, now))
    _erase(kit, staff, holders)
    before = kit.rules.retention.record_before(now)
    kit.store.delete_ended_before(before, Happening("records_deleted", "", staff.login, now))


def _erase(kit: Kit, staff: StaffAccount, requests: tuple[Request, ...]) -> None:
    ids = [request.id for request in requests]
    if ids:
        happening = Happening("holders_erased", "", staff.login, kit.now(), {"count": len(ids)})
        kit.store.erase_holders(ids, happening)
        kit.notices.forget(ids)
