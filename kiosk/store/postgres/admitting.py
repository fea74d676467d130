"""Admit a terminal: make its database login and bind its key, as a login that may make logins and owns the tables."""

from contextlib import closing

import psycopg
from psycopg import sql

from kiosk.device.admission import Admission
from kiosk.device.device import login_of
from kiosk.errors import Refused
from kiosk.store.postgres.faults import faults_told
from kiosk.store.postgres.migrating import connected
from kiosk.store.postgres.server import Server

UNKNOWN = "The desk gave no such token, or it was used, or its quarter of an hour is over: draw a new one."
SAME_NAME = "There is a terminal, or a login, of this name already: draw a token for another name."
SAME_KEY = "A device with this key is known already: a terminal that is enrolled anew gets a new key file."
NO_RIGHT = (
    "This login may not make logins: --owner names one that may (CREATEROLE) and is a member of {owner}; "
    "packaging/postgres/README.md says how."
)
CONNECTIONS = 3

USE = (
    "UPDATE kiosk.enrolment SET used_at = clock_timestamp() "
    "WHERE digest = %s AND used_at IS NULL AND until > clock_timestamp() RETURNING name"
)
KEEP_KEY = (
    "INSERT INTO kiosk.writer AS old (id, public_key, login) VALUES (%s, %s, %s) "
    "ON CONFLICT (id) DO UPDATE SET login = excluded.login "
    "WHERE old.login IS NULL AND old.public_key = excluded.public_key"
)


def admit(server: Server, owner: str, prefix: str, asked: Admission) -> tuple[str, str]:
    """Admit the terminal that asks and return its name and its login; all of it is done, or nothing.

    server: with the owner's password. Raises Refused, StoreAway.
    """
    with faults_told(), closing(connected(server, owner)) as connection, connection.transaction():
        try:
            return _admit(connection, prefix, asked)
        except psycopg.errors.InsufficientPrivilege as error:
            raise Refused(NO_RIGHT.format(owner=f"{prefix}_owner"), "no_right") from error
        except (psycopg.errors.DuplicateObject, psycopg.errors.UniqueViolation) as error:
            raise Refused(SAME_NAME, "same_name") from error


def _admit(connection: psycopg.Connection, prefix: str, asked: Admission) -> tuple[str, str]:
    as_owner = sql.SQL("SET LOCAL ROLE {}").format(sql.Identifier(f"{prefix}_owner"))
    connection.execute(as_owner)
    found = connection.execute(USE, [asked.token]).fetchone()
    if found is None:
        raise Refused(UNKNOWN, "no_token")
    name, login = str(found[0]), login_of(str(found[0]), prefix)
    connection.execute("RESET ROLE")  # the right to make logins isn't inherited
    connection.execute(
        sql.SQL(
            "CREATE ROLE {} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION CONNECTION LIMIT {} PASSWORD {}"
        ).format(sql.Identifier(login), sql.Literal(CONNECTIONS), sql.Literal(asked.verifier))
    )
    group = sql.Identifier(f"{prefix}_terminal")
    connection.execute(sql.SQL("GRANT {} TO {}").format(group, sql.Identifier(login)))
    connection.execute(as_owner)
    if connection.execute(KEEP_KEY, [asked.writer, asked.public_key, login]).rowcount != 1:
        raise Refused(SAME_KEY, "same_key")
    row = [login, name, asked.writer]
    connection.execute("INSERT INTO kiosk.device (login, name, writer) VALUES (%s, %s, %s)", row)
    return name, login
