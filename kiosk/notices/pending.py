"""Notices that wait, on disk: which request, what for, how often it was tried. Random ids only, no person."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from kiosk.notices import Told
from kiosk.private_file import write_private


@dataclass(frozen=True, slots=True, kw_only=True)
class Pending:
    """occasion: a state's word or ONE_TIME_SECRET. left_at: when it was left. next_at: not tried before then."""

    request: str
    reference: str
    occasion: str
    left_at: datetime
    next_at: datetime
    attempts: int = 0
    told: Told = Told.WAITING

    @property
    def name(self) -> str:
        return f"{self.request}-{self.occasion}.json"

    def ended(self, told: Told) -> "Pending":
        return replace(self, told=told)


@dataclass(frozen=True, slots=True)
class Pile:
    """One private file a notice; what ended stays as a note of it until its request is forgotten. Raises OSError."""

    folder: Path

    def keep(self, notice: Pending) -> None:
        """Write it, or write over it, durably."""
        content = json.dumps(asdict(notice), default=str, sort_keys=True)
        write_private(self.folder / notice.name, content.encode())

    def get(self, request: str, occasion: str) -> Pending | None:
        return _read(self.folder / f"{request}-{occasion}.json")

    def drop(self, notice: Pending) -> None:
        (self.folder / notice.name).unlink(missing_ok=True)

    def forget(self, ids: Iterable[str]) -> None:
        for each in ids:
            for path in self.folder.glob(f"{each}-*.json"):
                path.unlink(missing_ok=True)

    def waiting(self) -> Iterator[Pending]:
        """Yield what isn't ended; a file that is no notice stands aside, as one of a newer program would."""
        for path in sorted(self.folder.glob("*.json")):
            notice = _read(path)
            if notice is not None and notice.told is Told.WAITING:
                yield notice


def _read(path: Path) -> Pending | None:
    try:
        found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        times = {key: datetime.fromisoformat(found[key]) for key in ("left_at", "next_at")}
        return Pending(**(found | times | {"told": Told(found["told"])}))
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return None
