"""Bring a server's database to the form this program knows, as its owner."""

from contextlib import closing
from dataclasses import replace
from typing import Any

import psycopg
from psycopg.conninfo import make_conninfo

from kiosk.store.postgres.faults import faults_told
from kiosk.store.postgres.migrations import migrate, missing
from kiosk.store.postgres.server import Server, address_of, parameters


def migrate_server(
    server: Server, login: str | None, prefix: str, demonstration: bool, *, dry_run: bool
) -> tuple[str, ...]:
    """Return the names of the steps that were taken, or with dry_run would be. Raises StoreAway, Refused."""
    with faults_told(), closing(connected(replace(server, role="desk"), login)) as connection:
        steps = missing(connection) if dry_run else migrate(connection, prefix, demonstration)
    return tuple(step.name for step in steps)


def connected(server: Server, login: str | None) -> psycopg.Connection[Any]:
    """Return a connection as this login, or the address' own; its caller's to close."""
    parts = address_of(server)
    chosen = parameters(server) | {"application_name": "mirail-kiosk migrate"}
    return psycopg.connect(make_conninfo(**(chosen | {"user": login or parts["user"]})), autocommit=True)
