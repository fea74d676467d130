"""What the shell works with: the outside parts and the rules, as plain arguments. Built in wiring alone."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.camera import Camera
from kiosk.channel import Channel
from kiosk.directory import Directory
from kiosk.identity.policy import Policy
from kiosk.notices import Notices
from kiosk.open_secrets import OpenSecrets
from kiosk.printer import Printer, SlipPrinter
from kiosk.request.due import Calendar
from kiosk.request.life import ApprovalRules
from kiosk.request.ticket import Office
from kiosk.retention import Retention
from kiosk.store import Inbox, Store
from kiosk.store.devices import Devices
from kiosk.store.filings import Filings
from kiosk.triage.words import Door

if TYPE_CHECKING:
    from kiosk.reading.frame_reader import FrameReader
    from kiosk.spool.sealing import CampusKey
    from kiosk.spool.writing import Writing


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """Everything a campus decides that the shell asks for.

    failures_per_day: failed verifications of one number before only the desk helps.
    minimum_answer: no visitor gets an answer sooner, so that its speed tells nothing.
    offices: each door's name, place and hours, by language.
    hands_over_secrets: whether a one-time secret may be handed over at the desk.
    """

    site: str
    device: str
    policy: Policy
    calendar: Calendar
    approval: ApprovalRules
    retention: Retention
    offices: Mapping[tuple[Door, str], Office] = field(repr=False)
    failures_per_day: int = 3
    minimum_answer: timedelta = timedelta(seconds=2)
    anchor_to: Path | None = None
    hands_over_secrets: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Kit:
    """The parts a visit or a desk works with. slips: what prints secrets and keeps nothing of them.

    secret(n): n unpredictable bytes. pause(s): waits that many seconds. open_camera(paths): a camera on these
    files, or the settings' device for None. open_reader(threads): a reader of frames, used from one thread at a time.
    spool: where a terminal writes while the store is away; None: then it takes nothing. inbox: where the store takes
    what was written; campus_key: what opens it, where staff decide. devices: the terminals that share the store, at a
    desk; beat: how a terminal says there that it lives. open_secrets: which one-time secrets this desk handed over.
    filings: what terminals filed, where a desk tells the holders of it.
    """

    store: Store
    directory: Directory
    channel: Channel
    notices: Notices
    printer: Printer
    slips: SlipPrinter | None = None
    rules: Rules
    now: Callable[[], datetime]
    secret: Callable[[int], bytes]
    pause: Callable[[float], None]
    clock: Callable[[], float] = field(repr=False)
    open_camera: Callable[[tuple[Path, ...] | None], Camera] = field(repr=False)
    open_reader: "Callable[[int], FrameReader]" = field(repr=False)
    spool: "Writing | None" = None
    inbox: Inbox | None = None
    campus_key: "CampusKey | None" = None
    devices: Devices | None = None
    open_secrets: OpenSecrets | None = None
    filings: Filings | None = None
    beat: Callable[[Mapping[str, str]], None] | None = None

    def close(self) -> None:
        """Close the store and the spool."""
        try:
            self.store.close()
        finally:
            if self.spool is not None:
                self.spool.close()
