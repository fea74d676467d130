"""From settings to how full the queue is."""

from kiosk.doctor.metrics import Queued
from kiosk.errors import KioskError
from kiosk.settings import Settings
from kiosk.store import Store
from kiosk.wiring import parts
from kiosk.wiring.clock import now


def queued(settings: Settings) -> Queued | None:
    """Return the queue's numbers; None where the store is away, or a terminal asks, which may not count."""
    try:
        kept = parts.store(settings)
    except KioskError:
        return None
    try:
        return _counted(kept)
    except KioskError:
        return None
    finally:
        kept.close()


def _counted(kept: Store) -> Queued:
    at = now()
    oldest = kept.waiting_since_before(at, limit=1)
    waited = (at - oldest[0].filed_at).total_seconds() if oldest else 0.0
    return Queued(kept.counts(), waited)
