"""Prove that nothing was altered, hand the journal over, anchor its heads."""

from collections.abc import Iterator, Sequence

from kiosk.desk.anchoring import anchor_heads, read_anchors
from kiosk.errors import SettingsWrong
from kiosk.journal.anchor import Anchor
from kiosk.journal.chain import ChainReport, verify
from kiosk.journal.event import Event
from kiosk.kit import Kit
from kiosk.staff.account import StaffAccount
from kiosk.staff.permissions import Act, require


def verify_journal(kit: Kit) -> ChainReport:
    """Check every link, signature and anchor. Anyone may: it shows no person."""
    return verify(kit.store.events(), kit.store.public_keys(), read_anchors(kit.rules.anchor_to))


def export_journal(kit: Kit, staff: StaffAccount) -> Iterator[Event]:
    """Yield every event."""
    require(staff, Act.JOURNAL)
    yield from kit.store.events()


def anchor_journal(kit: Kit, staff: StaffAccount) -> Sequence[Anchor]:
    """Write the heads outside now."""
    require(staff, Act.ANCHOR)
    if kit.rules.anchor_to is None:
        raise SettingsWrong("There is nowhere to anchor to: set anchor_to in [journal] of kiosk.toml.")
    return anchor_heads(kit)
