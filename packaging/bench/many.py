"""`make bench-many`: 300 terminals file and 20 desks decide on one PostgreSQL, next to plain durable INSERTs.

Twice: in an empty store, and with a million past requests. Server and people share this computer's processors, and the
people need most of them: what the server alone spent is told beside, because only that carries over to another
machine. Terminals and desks are threads in a few processes; each has its own login, key and connection, TLS and
password. Timings are told, never asserted.
"""

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from many_floor import bench_floor, prepare_floor
from many_past import add_past
from many_people import Load, Measured, play
from timing import tell_late

from kiosk.store import open_server
from tests.kiosk.store.examples import a_request, ended, happening
from tests.kiosk.store.sealing import a_device
from tests.servers.fixtures import a_cluster
from tests.servers.postgres import Cluster

TERMINALS, DESKS, PROCESSES = 300, 20, 4
PACE = 15.0  # requests a second of the whole campus, where it is the waiting that counts
# What the tests switch off for speed is on here; the rest is what a small server of today would have.
DURABLE = {
    "fsync": "on",
    "full_page_writes": "on",
    "synchronous_commit": "on",
    "max_connections": "450",
    "shared_buffers": "1GB",
    "max_wal_size": "8GB",
    "autovacuum_naptime": "1min",
}
TICKS = os.sysconf("SC_CLK_TCK")


def main() -> None:
    """Start a server, fill it, and measure each store."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=20.0, help="for each measurement")
    parser.add_argument("--past", type=int, default=1_000_000, help="past requests in the full store")
    chosen = parser.parse_args()
    with a_cluster(DURABLE) as cluster, tempfile.TemporaryDirectory(prefix="kiosk-many-") as name:
        _measure(cluster, Path(name), chosen.seconds, chosen.past)


def _measure(cluster: Cluster, folder: Path, seconds: float, past: int) -> None:
    stores = {"empty_store": 0, "full_store": past}
    for store in stores:
        cluster.set_up(store)
    for number in range(TERMINALS):
        cluster.add_login(f"terminal_{number}", "terminal")
    for number in range(DESKS):
        cluster.add_login(f"desk_{number}", "desk")
    for store, count in stores.items():
        _fill(cluster, store, count)
    prepare_floor(cluster)
    print(
        f"{TERMINALS} terminals, {DESKS} desks; server and people share {os.cpu_count()} processors",
        flush=True,
    )
    for turn, pace in enumerate((PACE, None)):
        print(f"As people come: {pace:.0f} requests a second" if pace else "As fast as they can", flush=True)
        bench_floor(cluster, folder, TERMINALS, seconds, pace)
        for store, count in stores.items():
            load = _load(cluster, store, seconds, pace, turn)
            cluster.superuse("CHECKPOINT")
            measured, server_s = play(load, PROCESSES, lambda: _server_s(cluster))
            _tell(f"{count:,} past requests", measured, server_s, seconds)


def _fill(cluster: Cluster, store: str, count: int) -> None:
    """Let the store know the terminals, and have a past."""
    with cluster.superuser(store) as connection:
        for number in range(TERMINALS):
            login = f"terminal_{number}"
            connection.execute("INSERT INTO kiosk.device (login, name) VALUES (%s, %s)", [login, login])
        if not count:
            return
        begin = time.monotonic()
        desk = open_server(cluster.server(store, "desk_0"), a_device())
        old = desk.submit(a_request("old"), happening())
        desk.swap(old, ended(old), happening())
        desk.close()
        add_past(connection, old.id, a_device().writer, count)
        size = connection.execute("SELECT pg_database_size(current_database())").fetchone()
        assert size is not None
        print(
            f"{count:,} past requests: {size[0] / 2**30:.1f} GiB, {time.monotonic() - begin:.0f} s",
            flush=True,
        )


def _load(cluster: Cluster, store: str, seconds: float, pace: float | None, turn: int) -> Load:
    return Load(
        [cluster.server(store, f"terminal_{n}", "terminal", connections=1) for n in range(TERMINALS)],
        [cluster.server(store, f"desk_{n}", connections=2) for n in range(DESKS)],
        seconds,
        pace,
        turn,
    )


def _server_s(cluster: Cluster) -> float:
    """Return the processor seconds of the server, of every connection that stands or has ended."""
    assert cluster.process is not None
    own = str(cluster.process.pid)
    ticks = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if stat.parent.name == own:
            ticks += sum(map(int, fields[11:15]))  # utime, stime, and those of children that were waited for
        elif fields[1] == own:
            ticks += sum(map(int, fields[11:13]))
    return ticks / TICKS


def _tell(what: str, measured: Measured, server_s: float, seconds: float) -> None:
    filed, decided = len(measured.submits), len(measured.decisions)
    print(
        f"  {what}: {filed / seconds:.1f} filed, {decided / seconds:.1f} decided, "
        f"{measured.looks / seconds:.0f} looks a second; the server spent {server_s / seconds:.2f} processors; "
        f"another desk was quicker {measured.quicker} x, the store too busy {measured.busy} x",
        flush=True,
    )
    tell_late("submit", measured.submits)
    tell_late("decision: approved, unlocked, saved", measured.decisions)
    tell_late("pressed, until another desk sees it", measured.seen)


if __name__ == "__main__":
    main()
