"""Whether a path lies on another computer's disk, where SQLite's locks and flushes can't be trusted."""

import re
from pathlib import Path, PurePosixPath

from kiosk.errors import Refused

MOUNTS = Path("/proc/self/mounts")

# 9p and virtiofs are missing on purpose: virtual machines mount their own disks so. Where such a mount
# can't share memory between processes, the write-ahead log doesn't open, and the store is reported away.
NETWORK_TYPES = frozenset(
    (
        *("nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ncpfs", "coda", "davfs", "vboxsf", "vmhgfs"),
        *("ceph", "glusterfs", "lustre", "beegfs", "gpfs", "gfs2", "ocfs2"),
        *(
            "fuse.sshfs",
            "fuse.smbnetfs",
            "fuse.davfs2",
            "fuse.curlftpfs",
            "fuse.gvfsd-fuse",
            "fuse.vmhgfs-fuse",
        ),
        *("fuse.rclone", "fuse.s3fs", "fuse.glusterfs", "fuse.ceph"),
    )
)


def refuse_network_drive(path: Path, mounts: str) -> None:
    """Raise Refused if the path lies on a network file system. path: resolved. mounts: as in /proc/mounts."""
    file_system = file_system_of(path, mounts)
    if file_system in NETWORK_TYPES:
        raise Refused(
            f"{path.parent} is a network drive ({file_system}): what is written there can be lost. "
            "Keep the store on this computer's own disk; for several computers, use a database server.",
            "network_drive",
        )


def file_system_of(path: Path, mounts: str) -> str | None:
    """Return the type of the file system that holds the path; None where the mounts don't tell."""
    found: tuple[int, str] | None = None
    for line in mounts.splitlines():
        match line.split(" "):
            case [_, point, kind, *_] if _holds(point, path):
                depth = len(PurePosixPath(_unescaped(point)).parts)
                if (
                    found is None or depth >= found[0]
                ):  # of two mounts on one folder, the later hides the earlier
                    found = depth, kind
    return found[1] if found else None


def mounted() -> str:
    """Return this system's mounts; "" where there is no such list."""
    try:
        return MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return ""


def _holds(point: str, path: Path) -> bool:
    return PurePosixPath(path).is_relative_to(_unescaped(point))


def _unescaped(point: str) -> str:
    r"""Return a mount point with its \040 and other octal escapes read."""
    return re.sub(r"\\([0-7]{3})", lambda match: chr(int(match[1], 8)), point)
