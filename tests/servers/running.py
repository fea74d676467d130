"""Start a server's program as a direct child on 127.0.0.1, wait until it answers, and stop it."""

import contextlib
import secrets
import socket
import subprocess
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

PATIENCE_S = 30


# Below those that the kernel lends to connections: none can slip in before the server takes its own.
PORTS = range(15_000, 32_000)


def free_port() -> int:
    """Return a port of 127.0.0.1 that nothing listens on."""
    while True:
        port = secrets.choice(PORTS)
        with socket.socket() as probe, contextlib.suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port


@contextlib.contextmanager
def running(
    command: Sequence[str], port: int, output: Path, **options: Any
) -> Iterator["subprocess.Popen[bytes]"]:
    """Lend the server's process; it answers at this port. It is stopped at the end, if it still runs."""
    with output.open("ab") as kept:
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=kept, stderr=subprocess.STDOUT, **options
        )
    try:
        _wait_for(process, port, output)
        yield process
    finally:
        process.terminate()
        try:
            process.wait(PATIENCE_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait_for(process: "subprocess.Popen[bytes]", port: int, output: Path) -> None:
    until = time.monotonic() + PATIENCE_S
    while not _answers(port):
        if process.poll() is not None or time.monotonic() > until:
            raise AssertionError(f"the server doesn't answer: {output.read_text(errors='replace')[-2000:]}")
        time.sleep(0.02)  # a server's start is not the test's to hurry


def _answers(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), 1).close()
    except OSError:
        return False
    return True
