"""The only place that picks backends: from settings to a kit.

What a few programs ask for besides (health, enrolling, migrating ...) is asked of its own module here.
"""

import secrets
import time
from contextlib import nullcontext, suppress

from kiosk.errors import StoreAway, TerminalRevoked
from kiosk.kit import Kit
from kiosk.settings import Settings
from kiosk.store import Store, inbox_of
from kiosk.store.devices import Beats, KnowsDevices
from kiosk.store.filings import KnowsFilings
from kiosk.wiring.clock import now
from kiosk.wiring.parts import (
    campus_key,
    channel,
    directory,
    frame_reader,
    is_new,
    notices,
    open_camera,
    open_secrets,
    printer,
    slips,
    spool,
    store,
)
from kiosk.wiring.rules import rules

__all__ = ["build_kit", "frame_reader", "is_new", "open_camera"]


def opened(settings: Settings, *, may_come_late: bool = False) -> Store:
    """Open the store; a terminal that was revoked meanwhile wipes its spool first. Raises as `store` does."""
    try:
        return store(settings, may_come_late=may_come_late)
    except TerminalRevoked:
        writing = spool(settings)
        if writing is not None:
            writing.spool.wipe()
            writing.close()
        raise


def build_kit(settings: Settings, *, may_come_late: bool = False) -> Kit:
    """Return the kit with its store open. Raises StoreAway, SettingsWrong or Refused.

    may_come_late: a terminal whose store doesn't answer, or takes nothing from it now, starts all the same.
    """
    kept = opened(settings, may_come_late=may_come_late)
    known = directory(settings, kept)
    kit = Kit(
        store=kept,
        directory=known,
        channel=channel(settings, known),
        notices=notices(settings, kept, known),
        printer=printer(settings),
        slips=slips(settings),
        rules=rules(settings),
        now=now,
        secret=secrets.token_bytes,
        pause=time.sleep,
        clock=time.monotonic,
        open_camera=lambda paths: open_camera(settings, paths),
        open_reader=lambda threads: frame_reader(settings, threads),
        spool=spool(settings),
        inbox=inbox_of(kept),
        campus_key=campus_key(settings),
        open_secrets=open_secrets(settings),
        filings=kept.filings if isinstance(kept, KnowsFilings) else None,
        devices=kept.devices if isinstance(kept, KnowsDevices) else None,
        beat=kept.heartbeat if isinstance(kept, Beats) else None,
    )
    if settings.store.demonstration:
        from kiosk.wiring.first_use import take_in

        leave = suppress(StoreAway) if may_come_late else nullcontext()  # to the desk, or to the next start
        with leave:
            take_in(kit, settings)
    return kit
