"""What is known of each letter's sending: kept before and after, because SMTP alone can't say "once"."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from kiosk.errors import StoreAway
from kiosk.private_file import write_private

OLDEST_S = 90 * 24 * 3600  # nothing is tried for so long: what was known by then isn't asked for any more
LOCK = ".lock"


class Fate(StrEnum):
    NEW = "new"  # never tried, or surely not taken
    SENDING = "sending"  # a try began and its end isn't known
    SENT = "sent"  # the server took it


@dataclass(frozen=True, slots=True)
class Attempts:
    """One small file a letter, its name the key: no person is in it. Raises StoreAway where it can't be kept."""

    folder: Path

    @contextmanager
    def one_at_a_time(self) -> Iterator[None]:
        """Let one process of this computer send, and the others wait."""
        with _explained(self.folder):
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            descriptor = os.open(self.folder / LOCK, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            yield
        finally:
            os.close(descriptor)

    def fate(self, key: str) -> Fate:
        try:
            return Fate((self.folder / key).read_text(encoding="ascii"))
        except FileNotFoundError:
            return Fate.NEW
        except ValueError:  # not a word of ours: a try may have begun
            return Fate.SENDING
        except OSError as error:
            raise _away(self.folder, error) from error

    def note(self, key: str, fate: Fate) -> None:
        """Keep the fate, durably."""
        with _explained(self.folder):
            if fate is Fate.NEW:
                (self.folder / key).unlink(missing_ok=True)
            else:
                write_private(self.folder / key, fate.encode("ascii"))

    def forget_old(self, now_s: float) -> None:
        """Delete what was noted long ago. now_s: seconds since 1970."""
        with _explained(self.folder):
            for path in self.folder.iterdir():
                if path.name != LOCK and path.stat().st_mtime < now_s - OLDEST_S:
                    path.unlink(missing_ok=True)


@contextmanager
def _explained(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise _away(folder, error) from error


def _away(folder: Path, error: OSError) -> StoreAway:
    return StoreAway(f"What was sent can't be kept in {folder} ({error.strerror}): nothing is sent.")
