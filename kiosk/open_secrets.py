"""One-time secrets that are out, on disk: whose request, until when. Never the secret, nor whose account it opens."""

import json
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from kiosk.private_file import alone, write_private


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenSecret:
    """request, reference: that for which it was handed over. mark: the directory's for this very password.

    ends_at: when it must open nothing more. next_at: when to try to end it.
    """

    request: str
    reference: str
    mark: str
    ends_at: datetime
    next_at: datetime


@dataclass(frozen=True, slots=True)
class OpenSecrets:
    """One private file a secret; another one for the same request takes its place. Raises OSError."""

    folder: Path

    def keep(self, secret: OpenSecret) -> None:
        """Write it, or write over it, durably."""
        content = json.dumps(asdict(secret), default=str, sort_keys=True)
        write_private(self._file(secret.request), content.encode())

    def drop(self, secret: OpenSecret) -> None:
        self._file(secret.request).unlink(missing_ok=True)

    def all(self) -> tuple[OpenSecret, ...]:
        return tuple(self._read())

    def are_out_for(self, requests: Iterable[str]) -> bool:
        return any(self._file(each).exists() for each in requests)

    def alone(self) -> AbstractContextManager[bool]:
        """Whether no other process of this computer is at them now, and none comes while this lasts."""
        return alone(self.folder)

    def _file(self, request: str) -> Path:
        return self.folder / f"{request}.json"

    def _read(self) -> Iterator[OpenSecret]:
        """Yield those that can be read; a file that is none of ours stands aside."""
        for path in sorted(self.folder.glob("*.json")):
            try:
                found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
                times = {key: datetime.fromisoformat(found[key]) for key in ("ends_at", "next_at")}
                yield OpenSecret(**(found | times))
            except (FileNotFoundError, ValueError, KeyError, TypeError):
                continue
