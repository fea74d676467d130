"""A PostgreSQL server of the test run: on 127.0.0.1, with TLS by a test authority, stopped at the end."""

import os
import pwd
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psycopg
from psycopg import sql

from kiosk.store.postgres.migrations import migrate
from kiosk.store.postgres.server import Role, Server
from tests.servers.authority import Authority

PATIENCE_S = 30.0
SCRIPTS = Path(__file__).parents[2] / "packaging" / "postgres"
PASSWORD = "open-sesame-22"
GROUPS: dict[Role, str] = {"desk": "kiosk_desk", "terminal": "kiosk_terminal", "auditor": "kiosk_auditor"}
# The machine itself doesn't lose power in a test: what a killed server wrote, the system still has.
SETTINGS = {
    "fsync": "off",
    "full_page_writes": "off",
    "max_connections": "200",
    "shared_buffers": "32MB",
    "listen_addresses": "127.0.0.1",
    "ssl": "on",
    "lc_messages": "C",
    "log_line_prefix": "",
    "max_wal_senders": "4",
    "autovacuum_naptime": "1h",
    "wal_keep_size": "64MB",
}
# Logins whose name begins with cert_ show a certificate; all others a password; nobody comes without TLS.
ADMISSION = """
local all all trust
local replication postgres trust
hostssl all postgres 127.0.0.1/32 trust
hostssl all cert_desk 127.0.0.1/32 cert
hostssl all all 127.0.0.1/32 scram-sha-256
hostssl replication postgres 127.0.0.1/32 trust
"""


def binaries() -> Path:
    """Return the newest installed server's programs."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
    if not found:
        raise FileNotFoundError("PostgreSQL isn't installed: apt-get install postgresql")
    return found[-1]


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@dataclass(slots=True)
class Cluster:
    """folder: the server's own, readable by its account alone. process: None while it is stopped."""

    folder: Path
    authority: Authority
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None
    name: str = "data"

    @property
    def data(self) -> Path:
        return self.folder / self.name

    @property
    def log(self) -> Path:
        return self.folder / f"{self.name}.log"

    def run(self, program: str, *words: str) -> None:
        """Run one of the server's programs as the server's account."""
        command = [str(binaries() / program), *words]
        done = subprocess.run(
            command, capture_output=True, text=True, cwd=self.folder, timeout=60, check=False, **account()
        )
        assert done.returncode == 0, done.stderr

    def make(self) -> None:
        """Make the server's files, its certificate among them."""
        self.run("initdb", "-D", str(self.data), "-U", "postgres", "-A", "trust", "-N", "--no-instructions")
        self.configure(SETTINGS)
        (self.data / "pg_hba.conf").write_text(ADMISSION)
        self.show(self.authority.issue("127.0.0.1"))

    def follow(self, primary: "Cluster") -> None:
        """Make the files of a standby, which confirms each move before the primary acknowledges it."""
        source = f"host={primary.folder} port={primary.port} user=postgres"
        self.run("pg_basebackup", "-D", str(self.data), "-R", "-c", "fast", "-d", source)
        primary.superuse("ALTER SYSTEM SET synchronous_standby_names = '*'")
        primary.superuse("SELECT pg_reload_conf()")

    def promote(self) -> None:
        """Make a standby the server that takes writes, without an old partner to wait for."""
        self.superuse("ALTER SYSTEM SET synchronous_standby_names = ''")
        self.superuse("SELECT pg_promote()")

    def configure(self, settings: Mapping[str, str]) -> None:
        lines = "".join(f"{name} = '{value}'\n" for name, value in settings.items())
        with (self.data / "postgresql.conf").open("a") as file:
            file.write(lines)

    def show(self, certificate: tuple[bytes, bytes]) -> None:
        """Put a certificate and its key where the server reads them at its next start or reload."""
        content = {
            "server.crt": certificate[0],
            "server.key": certificate[1],
            "root.crt": self.authority.certificate,
        }
        for name, words in content.items():
            path = self.data / name
            path.write_bytes(words)
            path.chmod(0o600)
            give(path)
        self.configure({"ssl_ca_file": "root.crt"})

    def start(self) -> None:
        words = ["-D", str(self.data), "-p", str(self.port), "-k", str(self.folder)]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [str(binaries() / "postgres"), *words],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd=self.folder,
                **account(),
            )
        self.wait_until_it_answers()

    def wait_until_it_answers(self) -> None:
        until = time.monotonic() + PATIENCE_S
        while True:
            try:
                psycopg.connect(self.as_superuser("postgres"), connect_timeout=2).close()
            except psycopg.OperationalError:
                assert self.process is not None
                assert self.process.poll() is None, self.log.read_text()
                assert time.monotonic() < until, self.log.read_text()
                time.sleep(0.05)
            else:
                return

    def stop(self, how: int = 2) -> None:
        """Stop the server: 2 ends connections and flushes, 9 kills it."""
        if self.process is not None:
            self.process.send_signal(how)
            self.process.wait(PATIENCE_S)
            self.process = None

    def as_superuser(self, database: str) -> str:
        return f"host={self.folder} port={self.port} user=postgres dbname={database}"

    @contextmanager
    def superuser(self, database: str = "postgres") -> Iterator[psycopg.Connection]:
        with psycopg.connect(self.as_superuser(database), autocommit=True) as connection:
            yield connection

    def script(self, name: str, **values: str) -> None:
        """Run a set-up script by psql, as an administrator does."""
        words = [word for each, value in values.items() for word in ("-v", f"{each}={value}")]
        where = ["-h", str(self.folder), "-p", str(self.port), "-U", "postgres", "-d", "postgres"]
        done = subprocess.run(
            [binaries() / "psql", "-X", "-q", *where, *words, "-f", SCRIPTS / name],
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert done.returncode == 0, done.stderr

    def set_up(self, database: str, *, demonstration: bool = False) -> None:
        """Make a store's database as the README says."""
        self.script("roles.sql", prefix="kiosk")
        self.script("database.sql", prefix="kiosk", database=database)
        with self.superuser(database) as connection:
            migrate(connection, "kiosk", demonstration)

    def copy(self, template: str, database: str) -> None:
        self.superuse(f"CREATE DATABASE {database} TEMPLATE {template} OWNER kiosk_owner")
        for group in ("owner", *GROUPS):  # a copy has its template's content, not its admission
            self.superuse(f"GRANT CONNECT ON DATABASE {database} TO kiosk_{group}")
        self.superuse(f"REVOKE ALL ON DATABASE {database} FROM PUBLIC")

    def drop(self, database: str) -> None:
        self.superuse(f"DROP DATABASE IF EXISTS {database} WITH (FORCE)")

    def superuse(self, statement: str, database: str = "postgres") -> None:
        with self.superuser(database) as connection:
            connection.execute(sql.SQL(statement))  # type: ignore[arg-type]

    def add_login(self, login: str, role: Role) -> None:
        with self.superuser() as connection:
            if connection.execute("SELECT FROM pg_roles WHERE rolname = %s", [login]).fetchone() is None:
                connection.execute(f"CREATE ROLE {login} LOGIN PASSWORD '{PASSWORD}' IN ROLE {GROUPS[role]}")

    def add_owner(self, login: str, *, makes_logins: bool = False) -> None:
        """Make a login that migrates, and that may make the logins of terminals."""
        self.script("add_login.sql", prefix="kiosk", part="owner", login=login)
        more = "CREATEROLE" if makes_logins else ""
        self.superuse(f"ALTER ROLE {login} {more} PASSWORD '{PASSWORD}'")

    def server(self, database: str, login: str, role: Role = "desk", **changes: object) -> Server:
        """Return what a program is told of this server."""
        told = {
            "address": f"postgresql://{login}@127.0.0.1:{self.port}/{database}",
            "role": role,
            "password": PASSWORD,
            "authorities": self.authority.file,
        }
        return Server(**(told | changes))  # type: ignore[arg-type]


def account() -> dict[str, object]:
    """Return whom the server runs as: it refuses root."""
    if os.geteuid() != 0:
        return {}
    found = pwd.getpwnam("postgres")
    return {"user": found.pw_uid, "group": found.pw_gid, "extra_groups": []}


def give(path: Path) -> None:
    """Give a file or folder to the server's account."""
    chosen = account()
    if chosen:
        shutil.chown(path, "postgres", chosen["group"])  # type: ignore[arg-type]
