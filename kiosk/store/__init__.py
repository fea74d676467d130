"""Where requests, staff and the journal are kept: one protocol, one backend per product."""

from kiosk.store.changes import Changes
from kiosk.store.inbox import Inbox, Letter
from kiosk.store.opening import inbox_of, open_server, open_store
from kiosk.store.protocol import Page, Passage, Sealer, Store

__all__ = [
    "Changes",
    "Inbox",
    "Letter",
    "Page",
    "Passage",
    "Sealer",
    "Store",
    "inbox_of",
    "open_server",
    "open_store",
]
