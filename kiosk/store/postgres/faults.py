"""PostgreSQL's errors, told as what a person can do about them."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg

from kiosk.errors import KioskError, NotAdmitted, Refused, StoreAway, TerminalRevoked, TerminalStopped

GONE = "The database server doesn't answer. Nothing more was saved; the program tries again by itself."
REFUSED = "The database server refuses the connection; the administrator looks at its log and at [store]."
WRONG_LOGIN = "The database server doesn't know this login or its password: correct them in [store]."
NOTHING_SHOWN = "The database server wants a password: name store.password_file, or set KIOSK_STORE_PASSWORD."
NOT_ADMITTED = (
    "The database server doesn't admit this login from here: the administrator adds it to pg_hba.conf."
)
CERTIFICATE = (
    "The database server's certificate can't be trusted: it is expired, signed by another authority than "
    "store.authorities, or of another name. Nothing was sent."
)
OTHER_NAME = "The database server's certificate names another host: correct store.address. Nothing was sent."
OWN_CERTIFICATE = (
    "The database server refuses this computer's certificate: it is expired, revoked, or of another authority. "
    "The administrator gives it a new one."
)
OWN_KEY = "This computer's certificate or its key can't be read, or others can read the key: chmod 600 it."
NO_AUTHORITIES = "The file of certificate authorities is missing: name it in store.authorities."
NO_TLS = (
    "The database server offers no encryption: the administrator switches ssl on there. Nothing was sent."
)
TOO_MANY = "The database server has no connection left: try again; the administrator raises max_connections."
STARTING = "The database server is starting, stopping or recovering: try again in a moment."
READ_ONLY = (
    "The database server takes no writes: it is a standby, or was made read-only. Name all servers in "
    "store.address, so that the program finds the one that writes."
)
NO_DATABASE = "There is no such database on the server: correct store.address, or set the database up."
NOT_SET_UP = "The database isn't set up, or not for this program: the administrator runs `kiosk migrate`."
FULL = "The database server's disk is full: free some space there. Nothing was saved."
DISK = "The database server's disk fails: the administrator looks at it now. Nothing was saved."
DAMAGED = "The database is damaged: stop the program, keep a copy, and restore the last backup."
BUSY = "The database is too busy: someone holds what is needed. Try again."
NO_RIGHT = (
    "This database login may not do that: a terminal's login is no desk's. The administrator checks [store]."
)
OTHER_KEY = (
    "The store holds another key under this device's name: it was altered. Keep a copy and tell the auditor."
)
OTHER_LOGIN = "Another database login writes with this device's key: each computer needs a key of its own."
GAP = "The journal would have a gap: nothing was saved. If it happens again, tell the auditor."
UNKNOWN_TERMINAL = "The store doesn't know this terminal: the administrator enrols it at the desk."
REVOKED = "This terminal was revoked: it takes no requests any more."
PAUSED = "This terminal was paused at the desk: it takes no requests for now."
DESK_ONLY = "A terminal can't do that: it is done at the desk."
TOO_MANY_LETTERS = (
    "The desk hasn't taken in what this terminal sent before: the rest waits here until it has. Open the desk on the "
    "computer that has campus.key."
)
TOO_CURIOUS = "This terminal asked for too many students within an hour: go to the desk, or try again later."

# What a connection attempt failed of; the driver gives no code. Source: libpq's messages and the server's.
ATTEMPTS: tuple[tuple[str, str, bool], ...] = (
    ("password authentication failed|role .* does not exist|is not permitted to log in", WRONG_LOGIN, False),
    ("no password supplied", NOTHING_SHOWN, False),
    ("no pg_hba.conf entry|pg_hba.conf rejects|permission denied for database", NOT_ADMITTED, False),
    ("root certificate file .* does not exist|could not read root certificate", NO_AUTHORITIES, False),
    ("does not match host name", OTHER_NAME, False),
    (
        "alert (certificate|unknown ca|bad certificate)|certificate authentication failed",
        OWN_CERTIFICATE,
        False,
    ),
    ("certificate verify failed|signature failure|server certificate", CERTIFICATE, False),
    ("private key file|could not load private key|certificate file|valid client certificate", OWN_KEY, False),
    ("does not support SSL", NO_TLS, False),
    ("too many (clients|connections)|connection slots", TOO_MANY, True),
    ("starting up|shutting down|recovery|not yet accepting", STARTING, True),
    ("session is read-only|not read-only|in recovery mode", READ_ONLY, True),
    ("database .* does not exist", NO_DATABASE, False),
    # Before the login a server speaks its own language (lc_messages). Source: PostgreSQL 15's French catalogue.
    ("mot de passe échouée|le rôle .* n'existe pas|pas autorisé à se connecter", WRONG_LOGIN, False),
    ("entrée dans pg_hba.conf|pg_hba.conf rejette|droit refusé pour la base", NOT_ADMITTED, False),
    ("par (le )?certificat (a )?échoué", OWN_CERTIFICATE, False),
    ("certificat client valide", OWN_KEY, False),
    ("trop de (clients|connexions)|emplacements de connexions", TOO_MANY, True),
    ("bases? de données (se lance|s'arrête|est en cours de|n'accepte pas encore)", STARTING, True),
    ("base de données .* n'existe pas", NO_DATABASE, False),
)

# By SQLSTATE, or its class (the first two). Source: postgresql.org/docs/current/errcodes-appendix.html
FAULTS: dict[str, tuple[str, bool]] = {
    "08": (GONE, True),
    "28": (WRONG_LOGIN, False),
    "3D": (NO_DATABASE, False),
    "3F": (NOT_SET_UP, False),
    "42P01": (NOT_SET_UP, False),
    "42883": (NOT_SET_UP, False),
    "42703": (NOT_SET_UP, False),
    "25006": (READ_ONLY, True),
    "40": (BUSY, True),
    "42501": (NO_RIGHT, False),
    "53": (FULL, True),
    "53200": (BUSY, True),
    "53300": (TOO_MANY, True),
    "55P03": (BUSY, True),
    "57014": (BUSY, True),
    "57": (STARTING, True),
    "58": (DISK, True),
    "XX001": (DAMAGED, False),
    "XX002": (DAMAGED, False),
    "KI003": (OTHER_KEY, False),
    "KI004": (OTHER_LOGIN, False),
    "KI005": (GAP, True),
    "KI010": (UNKNOWN_TERMINAL, False),
    "KI011": (REVOKED, False),
    "KI012": (PAUSED, True),
    "KI014": (TOO_CURIOUS, True),
    "KI015": (TOO_MANY_LETTERS, True),
}
# Here the store answers, and says that this terminal must not go on.
STOPPED = {"KI010": TerminalStopped, "KI011": TerminalRevoked, "KI012": TerminalStopped}
RULES = {
    "KI001": ("This reference is in use already. Please try again.", "reference_taken"),
    "KI013": (DESK_ONLY, "desk_only"),
    "KI016": ("This terminal was revoked for good: enrol it anew, under another name.", "revoked"),
}


@contextmanager
def faults_told() -> Iterator[None]:
    """Turn PostgreSQL's errors that come from outside into StoreAway or Refused; the others are bugs and pass."""
    try:
        yield
    except psycopg.Error as error:
        told = telling(error)
        if told is None:
            raise
        raise told from error


def telling(error: psycopg.Error) -> KioskError | None:
    """Return what a person is told of this error; None for a mistake of the program."""
    code = error.sqlstate
    if code in RULES:
        sentence, reason = RULES[code]
        return Refused(sentence, reason)
    if code:
        fault = FAULTS.get(code) or FAULTS.get(code[:2])
        return STOPPED.get(code, StoreAway)(fault[0], retry=fault[1]) if fault else None
    return _of_attempt(error) if isinstance(error, psycopg.OperationalError) else None


def _of_attempt(error: psycopg.OperationalError) -> StoreAway:
    """Tell why no connection came about, or that it broke."""
    words = str(error)
    for pattern, sentence, retry in ATTEMPTS:
        if re.search(pattern, words):
            return (NotAdmitted if sentence is WRONG_LOGIN else StoreAway)(sentence, retry=retry)
    if "FATAL" in words:
        return StoreAway(REFUSED)
    return StoreAway(GONE)
