"""What a process writes, seen by the kernel: strace's record, read back."""

import re
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

CALLS = (
    "write,pwrite64,writev,pwritev,pwritev2,sendfile,copy_file_range,splice,vmsplice,process_vm_writev,"
    "open,openat,openat2,creat,rename,renameat,renameat2,link,linkat,symlink,symlinkat,"
    "memfd_create,socket,connect,sendto,sendmsg,sendmmsg,io_uring_setup,mmap,execve,prlimit64"
)
WRITES = (
    "write",
    "pwrite64",
    "writev",
    "pwritev",
    "pwritev2",
    "sendfile",
    "copy_file_range",
    "splice",
    "vmsplice",
)
STORE_FILES = {"kiosk.sqlite", "kiosk.sqlite-wal", "kiosk.sqlite-shm"}
LONGEST = 2**24  # bytes of one write that are recorded
LINE = re.compile(r"(\w+)\((.*)\)\s+= (-?\d+|0x[0-9a-f]+|\?)", re.DOTALL)
DESCRIPTOR = re.compile(r"^-?\d+<([^>]*)>")
HEXED = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


@dataclass(frozen=True, slots=True)
class Call:
    """One call of the kernel. path: what its first descriptor is. texts: every text or buffer that it was given."""

    name: str
    arguments: str
    path: str
    texts: tuple[bytes, ...]

    @property
    def content(self) -> bytes:
        return b"".join(self.texts)


def watched(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> tuple[list[Call], str]:
    """Run a command; return what it and its threads asked of the kernel, and all that it printed."""
    record = folder / "record"
    strace = ["strace", "-ff", "--seccomp-bpf", "-qq", "-y", "-xx", "-s", str(LONGEST), "-o", str(record)]
    done = subprocess.run(
        [*strace, "-e", f"trace={CALLS}", *command],
        env=dict(environment),
        capture_output=True,
        text=True,
        check=False,
        timeout=100,
    )
    assert 0 == done.returncode, done.stderr
    calls = [call for path in sorted(folder.glob("record.*")) for call in _calls(path)]
    return calls, done.stdout + done.stderr


def struck(calls: str, by: str) -> tuple[str, ...]:
    """Return what to start a command under so that these calls are struck: "error=EIO", "signal=KILL:when=3"."""
    return ("strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={calls}", "-e", f"inject={calls}:{by}")


def _calls(path: Path) -> Iterator[Call]:
    """Yield what succeeded of one thread."""
    for line in path.read_text().splitlines():
        found = LINE.search(line)
        if found and not found[3].startswith("-"):
            name, arguments = found[1], found[2]
            descriptor = DESCRIPTOR.match(arguments)
            path_of = _plain(descriptor[1]) if descriptor else b""
            texts = tuple(_plain(text) for text in HEXED.findall(arguments))
            yield Call(name, arguments, path_of.decode(errors="replace"), texts)


def _plain(text: str) -> bytes:
    """Return the bytes of a text that strace wrote in hexadecimal throughout, or as it stands."""
    return bytes.fromhex(text.replace("\\x", "")) if text.startswith("\\x") else text.encode()
