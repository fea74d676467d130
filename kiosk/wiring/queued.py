"""From an open store to how full the queue is."""

from kiosk.doctor.metrics import Queued
from kiosk.errors import KioskError
from kiosk.store import Store
from kiosk.wiring.clock import now
from kiosk.wiring.one_store import Opened


def queued(opened: Opened) -> Queued | None:
    """Return the queue's numbers; None where the store is away, or a terminal asks, which may not count."""
    try:
        return _counted(opened())
    except KioskError:
        return None


def _counted(kept: Store) -> Queued:
    at = now()
    oldest = kept.waiting_since_before(at, limit=1)
    waited = (at - oldest[0].filed_at).total_seconds() if oldest else 0.0
    return Queued(kept.counts(), waited)
