"""What no program can be quicker than: plain durable INSERTs of a row as large as a request, by pgbench."""

import re
import subprocess
from pathlib import Path

from timing import tell_late

from tests.servers.postgres import Cluster, binaries

ROW = "x" * 1_500  # a request, its holder and its event have about so many bytes
SCRIPT = f"INSERT INTO bare (text) VALUES ('{ROW}');\n"  # noqa: S608  of nobody's making but ours


def prepare_floor(cluster: Cluster) -> None:
    """Make a table of its own."""
    cluster.superuse("CREATE DATABASE floor")
    cluster.superuse("CREATE TABLE bare (id bigserial PRIMARY KEY, text text NOT NULL)", "floor")


def bench_floor(cluster: Cluster, folder: Path, clients: int, seconds: float, pace: float | None) -> None:
    """Insert for so long; say how many a second, and how long one takes."""
    script, log = folder / "insert.sql", folder / "took"
    script.write_text(SCRIPT)
    for old in folder.glob("took.*"):
        old.unlink()
    words = ["-h", str(cluster.folder), "-p", str(cluster.port), "-U", "postgres", "-n", "-f", str(script)]
    words += ["-c", str(clients), "-j", "2", "-T", str(round(seconds)), "-l", f"--log-prefix={log}"]
    words += ["-R", str(pace)] if pace else []
    done = subprocess.run(
        [binaries() / "pgbench", *words, "floor"], capture_output=True, text=True, check=True
    )
    rate = re.search(r"tps = ([0-9.]+)", done.stdout)
    assert rate is not None, done.stdout
    took = [
        (int(fields[2]) - (int(fields[6]) if len(fields) > 6 else 0)) / 1000
        for file in folder.glob("took.*")
        for fields in map(str.split, file.read_text().splitlines())
    ]
    print(f"  plain durable INSERT, {clients} clients: {float(rate[1]):.0f} a second", flush=True)
    tell_late("plain durable INSERT", took)
