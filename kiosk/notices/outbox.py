"""A folder of notices that another program picks up, looks up the address for, and sends."""

import json
import logging
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kiosk.private_file import write_private
from kiosk.request.request import Request, State

log = logging.getLogger(__name__)
FORMAT = 1


@dataclass(frozen=True, slots=True)
class Outbox:
    """One file a request and outcome, ID-STATE.json; a file whose name begins with a dot isn't whole yet."""

    folder: Path

    def expect(self, request: Request) -> None:
        """Do nothing: whoever picks notices up can't ask whether it came to pass."""

    def tell(self, request: Request, occasion: str | None = None) -> None:
        """Leave a notice, or log that it couldn't be left. A holder that was erased isn't told."""
        if request.holder is None:
            return
        outcome = occasion or request.state
        notice = json.dumps(_notice(request, outcome, request.holder.language), sort_keys=True)
        try:
            write_private(self.folder / f"{request.id}-{outcome}.json", notice.encode())
        except OSError as error:
            log.warning("notice not left", extra={"request": request.id, "cause": error.strerror})

    def send(self) -> None:
        """Do nothing: the other program sends."""

    def fate(self, request: Request) -> None:  # noqa: ARG002 - the protocol's names
        """Return None: what the other program did isn't known here."""
        return

    def forget(self, ids: Iterable[str]) -> None:
        """Delete what wasn't picked up yet."""
        try:
            for each in ids:
                for path in self.folder.glob(f"{each}-*.json"):
                    path.unlink(missing_ok=True)
        except OSError as error:
            log.warning("notices not forgotten", extra={"cause": error.strerror})


def _notice(request: Request, outcome: str, language: str) -> dict[str, str | int | None]:
    """Return codes and random ids only: who it is for stays in the store."""
    decision = request.decision
    return {
        "format": FORMAT,
        "request": request.id,
        "reference": request.reference,
        "outcome": outcome,
        "language": language,
        "reason": decision.reason if decision and request.state is State.REFUSED else None,
        "door": decision.to if decision and request.state is State.REDIRECTED else None,
    }
