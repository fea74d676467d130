"""What the journal records: a happening, and the sealed event it becomes."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Happening:
    """Something to record: words, codes, random ids and digests only; never a person's name or number.

    kind: "request_filed", "request_approved", ... subject: the request's id, a login, or "".
    by: a staff login, or "visitor", or "system". details: flat, text or number or bool.
    """

    kind: str
    subject: str
    by: str
    at: datetime
    details: Mapping[str, str | int | bool] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Event:
    """A happening sealed into one writer's chain.

    body: canonical JSON (UTF-8, sorted keys) of the format, writer, sequence, previous and happening.
    previous, digest: SHA-256 hex; the first event's previous is 64 zeros.
    signature: Ed25519 over the digest's 32 bytes, hex.
    """

    format: int
    writer: str
    sequence: int
    body: str
    previous: str
    digest: str
    signature: str

    @property
    def at(self) -> datetime:
        """When it happened, UTC. Raises ValueError for a body that was altered beyond reading."""
        return datetime.fromisoformat(json.loads(self.body)["at"])
