"""A chain's head, noted outside the store, so that a cut-off end is found too."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Self

from kiosk.errors import Unreadable
from kiosk.journal.canonical import utc_text

LINE = re.compile(r"([0-9a-f]{16}) ([1-9][0-9]{0,17}) ([0-9a-f]{64}) (\S+)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Anchor:
    """This writer's event of this number had this digest at that time."""

    writer: str
    sequence: int
    digest: str
    at: datetime

    @property
    def line(self) -> str:
        return f"{self.writer} {self.sequence} {self.digest} {utc_text(self.at)}"

    @classmethod
    def parse(cls, line: str) -> Self:
        """Return the anchor that a line tells. Raises Unreadable."""
        found = LINE.fullmatch(line.strip())
        if found is None:
            raise Unreadable("A line of the anchors isn't one: restore the file from a copy.")
        writer, sequence, digest, at = found.groups()
        return cls(writer, int(sequence), digest, _moment(at))


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise Unreadable("An anchor's time isn't one: restore the file from a copy.") from error
    if moment.tzinfo is None:
        raise Unreadable("An anchor's time lacks its zone: restore the file from a copy.")
    return moment
