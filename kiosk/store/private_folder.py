"""Only the account that runs the program may look into the store's folder."""

import os
import stat
from pathlib import Path

from kiosk.errors import Refused, StoreAway

OTHERS = stat.S_IRWXG | stat.S_IRWXO
FOLDER, FILE = 0o700, 0o600


def make_private(path: Path) -> None:
    """Make the file and its folder if they are missing, and shut both to other accounts.

    SQLite gives its side files the mode of the file. Raises Refused if the folder is used by others too.
    """
    if path.is_dir():
        raise StoreAway(f"{path} is a folder; name a file in it.", retry=False)
    try:
        path.parent.mkdir(mode=FOLDER, parents=True, exist_ok=True)
        _shut_folder(path.parent)
        _shut_file(path)
    except OSError as error:
        raise StoreAway(
            f"{path} can't be made or shut to others ({error.strerror}). Check that the disk takes writes, "
            "has space, and that the folder belongs to the account that runs the program.",
            retry=False,
        ) from error


def _shut_folder(folder: Path) -> None:
    if os.name != "posix" or not folder.stat().st_mode & OTHERS:
        return
    if _is_shared(folder):
        raise Refused(f"{folder} is used by others too. Give the store a folder of its own.", "shared_folder")
    folder.chmod(FOLDER)


def _is_shared(folder: Path) -> bool:
    """Return True where shutting others out would break what isn't the store's."""
    own = os.geteuid()
    top_level = len(folder.parts) <= 2
    writable_by_all = folder.stat().st_mode & stat.S_IWOTH
    foreign = any(entry.stat(follow_symlinks=False).st_uid != own for entry in os.scandir(folder))
    return bool(top_level or writable_by_all or foreign or folder.stat().st_uid != own or folder.is_mount())


def _shut_file(path: Path) -> None:
    """Make an empty file, or shut the one that stands.

    A file that stands is never opened here: closing it would end the locks that this process may hold on it
    through SQLite. Source: sqlite.org/howtocorrupt.html, 2.2.
    """
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, FILE))
    except FileExistsError:
        if path.stat().st_mode & OTHERS:
            path.chmod(FILE)
