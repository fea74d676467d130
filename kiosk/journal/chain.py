"""One chain a writer: each event holds the digest of the one before and is signed by the writer's key."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from kiosk.journal.anchor import Anchor
from kiosk.journal.canonical import canonical_json, utc_text
from kiosk.journal.digest import sha256_hex
from kiosk.journal.event import FORMAT, Event, Happening
from kiosk.journal.link import NOTHING_BEFORE, Fault, fault
from kiosk.journal.vocabulary import check


def seal(happening: Happening, previous: Event | None, writer: str, sign: Callable[[bytes], bytes]) -> Event:
    """Return the event that follows `previous`; None: the writer's first, whose number is 1.

    Raises ValueError for a happening that isn't in the vocabulary.
    """
    check(happening)
    sequence = previous.sequence + 1 if previous else 1
    before = previous.digest if previous else NOTHING_BEFORE
    body = canonical_json(
        {
            "format": FORMAT,
            "writer": writer,
            "sequence": sequence,
            "previous": before,
            "kind": happening.kind,
            "subject": happening.subject,
            "by": happening.by,
            "at": utc_text(happening.at),
            "details": dict(happening.details),
        }
    )
    digest = sha256_hex(body)
    return Event(FORMAT, writer, sequence, body, before, digest, sign(bytes.fromhex(digest)).hex())


@dataclass(frozen=True, slots=True)
class BrokenLink:
    writer: str
    sequence: int
    why: Fault


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainReport:
    """How much was checked, and the first link that doesn't hold (None: all do)."""

    events: int
    writers: int
    anchors: int
    first_broken: BrokenLink | None


def verify(
    events: Iterable[Event], public_keys: Mapping[str, bytes], anchors: Iterable[Anchor] = ()
) -> ChainReport:
    """Check every link, signature and anchor. Each writer's events come in order; writers may be mixed."""
    noted = tuple(anchors)
    verification = _Verification(public_keys, noted, _by_place(noted))
    count = 0
    for event in events:
        verification.take(event)
        count += 1
    verification.end()
    return ChainReport(
        events=count, writers=len(verification.last), anchors=len(noted), first_broken=verification.broken
    )


@dataclass(slots=True)
class _Verification:
    """What verifying has to remember: no more than each writer's last event and the anchors."""

    public_keys: Mapping[str, bytes]
    anchors: tuple[Anchor, ...]
    noted: dict[tuple[str, int], set[str]]
    last: dict[str, Event] = field(default_factory=dict)
    broken: BrokenLink | None = None

    def take(self, event: Event) -> None:
        why = fault(event, self.last.get(event.writer), self.public_keys.get(event.writer))
        if why is None and self.noted.get((event.writer, event.sequence), {event.digest}) != {event.digest}:
            why = Fault.ANCHOR_MISMATCH
        self._note(event.writer, event.sequence, why)
        self.last[event.writer] = event

    def end(self) -> None:
        for anchor in self.anchors:
            last = self.last.get(anchor.writer)
            reached = last.sequence if last else 0
            self._note(anchor.writer, reached + 1, Fault.CUT_OFF if reached < anchor.sequence else None)

    def _note(self, writer: str, sequence: int, why: Fault | None) -> None:
        if why and self.broken is None:
            self.broken = BrokenLink(writer, sequence, why)


def _by_place(anchors: Iterable[Anchor]) -> dict[tuple[str, int], set[str]]:
    places: dict[tuple[str, int], set[str]] = {}
    for anchor in anchors:
        places.setdefault((anchor.writer, anchor.sequence), set()).add(anchor.digest)
    return places
