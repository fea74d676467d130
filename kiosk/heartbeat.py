"""The terminal says that it lives, and how its parts are."""

from collections.abc import Callable
from enum import StrEnum

from kiosk import __version__
from kiosk.errors import KioskError, StoreAway, TerminalRevoked, TerminalStopped
from kiosk.kit import Kit

OK, FAILED = "ok", "failed"


class Heard(StrEnum):
    """What the server said to it. STOPPED: paused at the desk, or not known there."""

    YES = "yes"
    NO = "no"
    STOPPED = TerminalStopped.part
    REVOKED = TerminalRevoked.part


def beat(kit: Kit, out_of_order: str = "") -> Heard:
    """Tell the desk how this terminal is; return whether that was heard. A revoked one wipes its spool.

    out_of_order: the part that keeps the terminal from working, for the camera isn't looked at here: it may be in use.
    """
    if kit.beat is None:
        return Heard.NO
    health = {
        "version": __version__,
        "site": kit.rules.site,
        "camera": FAILED if out_of_order == "camera" else OK,
        "printer": _health(kit.printer.check),
        "directory": _health(kit.directory.check),
        "store": OK,  # it hears this
        "out_of_order": out_of_order,
        "spool": str(kit.spool.spool.count()) if kit.spool is not None else "",
    }
    try:
        kit.beat(health)
    except TerminalRevoked:
        if kit.spool is not None:
            kit.spool.spool.wipe()
        return Heard.REVOKED
    except TerminalStopped:
        return Heard.STOPPED
    except StoreAway:
        return Heard.NO
    return Heard.YES


def _health(check: Callable[[], None]) -> str:
    try:
        check()
    except KioskError:
        return FAILED
    return OK
