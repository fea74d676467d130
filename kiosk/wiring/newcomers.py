"""From settings to a terminal that has no login yet: it asks with a token, and is told when it was admitted."""

import json
import os
import secrets
from contextlib import closing
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path

from kiosk.device.admission import Asking, parse
from kiosk.device.device import login_of
from kiosk.device.token import read_token
from kiosk.errors import NotAdmitted, StoreAway, TerminalStopped
from kiosk.private_file import write_private
from kiosk.settings import Settings
from kiosk.store import open_server
from kiosk.wiring import parts
from kiosk.wiring.clock import now
from kiosk.wiring.enrolling import ask_to_be_admitted

ASKING_FILE = "store.asking"


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Keeps what it asks with in a private file: it may be switched off before somebody admits it."""

    settings: Settings

    def pending(self) -> Asking | None:
        """Return what was asked before, or None."""
        try:
            kept = json.loads(self._file.read_text(encoding="utf-8"))
            return Asking(**(kept | {"until": datetime.fromisoformat(kept["until"])}))
        except (OSError, ValueError, TypeError, KeyError):
            return None  # it asks anew

    def ask(self, text: str) -> Asking:
        """Ask with what was scanned. Raises Refused for what is no token or an old one, StoreAway."""
        token = read_token(text, now())
        line = ask_to_be_admitted(self.settings, token.text, secrets.token_bytes)
        asking = Asking(token.name, parse(line).writer, line, token.until)
        self._keep(self._file, json.dumps(asdict(asking) | {"until": asking.until.isoformat()}))
        return asking

    def is_over(self, asking: Asking) -> bool:
        """Return True once nobody can admit it any more."""
        return now() > asking.until

    def is_admitted(self, asking: Asking) -> bool:
        """Ask the server, and remember the login once it lets this terminal in. Raises StoreAway, Refused."""
        login = login_of(asking.name, self.settings.store.groups)
        server = replace(parts.server(self.settings, login), connections=1)
        is_demonstration = self.settings.store.demonstration
        try:
            with closing(open_server(server, parts.sealer(self.settings), demonstration=is_demonstration)):
                pass
        except NotAdmitted:
            return False
        except TerminalStopped:
            pass  # admitted, and paused since: the ordinary terminal says so
        self._keep(parts.login_file(self.settings), login)
        self._file.unlink(missing_ok=True)
        return True

    @property
    def _file(self) -> Path:
        return self.settings.data / ASKING_FILE

    def _keep(self, file: Path, text: str) -> None:
        try:
            write_private(file, text.encode() + b"\n")
        except OSError as error:
            raise StoreAway(
                f"{file} can't be written ({os.strerror(error.errno or 0)}).", retry=False
            ) from error


def newcomer(settings: Settings) -> Newcomer | None:
    """Return what a terminal asks by; None where it is known already, or shares no database server."""
    return Newcomer(settings) if parts.is_new(settings) else None
