"""What the LDAP library raises, as sentences of ours. None holds a name, a number or a password."""

from collections.abc import Mapping

from kiosk.directory.connection.address import Address
from kiosk.errors import DirectoryAway, KioskError, Refused

# By the library's name of the fault: what to say after the server's name, and whether waiting may help.
AWAY: Mapping[str, tuple[str, bool]] = {
    "SERVER_DOWN": ("doesn't answer", True),
    "CONNECT_ERROR": ("can't be connected to securely", True),
    "TIMEOUT": ("took too long to answer", True),
    "TIMELIMIT_EXCEEDED": ("gave up before it found an answer", True),
    "ADMINLIMIT_EXCEEDED": ("won't search that much: let it index the student number", False),
    "SIZELIMIT_EXCEEDED": ("found more than it may tell", False),
    "BUSY": ("is busy", True),
    "UNAVAILABLE": ("is shutting down or starting", True),
    "UNWILLING_TO_PERFORM": ("is unwilling to do this", False),
    "LOCAL_ERROR": ("sends what can't be understood", True),
    "DECODING_ERROR": ("sends what isn't LDAP", True),
    "PROTOCOL_ERROR": ("doesn't understand LDAP version 3, or StartTLS", False),
    "CONFIDENTIALITY_REQUIRED": ("asks for an encrypted connection", False),
    "STRONG_AUTH_REQUIRED": ("asks for an encrypted connection", False),
    "INAPPROPRIATE_AUTH": ("doesn't take a password from this identity", False),
    "INVALID_CREDENTIALS": ("refuses the kiosk's own identity or password", False),
    "INSUFFICIENT_ACCESS": ("doesn't let the kiosk's identity do this: check its access rules", False),
    "NO_SUCH_OBJECT": ("has no such branch: check directory.base", False),
    "INVALID_DN_SYNTAX": ("can't read a name: check directory.base and the identities' bind", False),
    "FILTER_ERROR": ("can't read the search: check directory.attributes", False),
    "REFERRAL": ("only refers to another server", True),
}
NOT_THERE = "not_there"
OTHERWISE = ("answered with a fault of its own", True)


def fault_name(error: Exception) -> str:
    """Return the library's name of a fault: it may be a subclass of ours to know."""
    return next(
        (each.__name__ for each in type(error).__mro__ if each.__name__ in AWAY), type(error).__name__
    )


def translated(error: Exception, address: Address) -> DirectoryAway:
    """Return the fault as an outage of this server."""
    name = fault_name(error)
    words, retry = AWAY.get(name, OTHERWISE)
    detail = "" if name in AWAY else f" ({name.lower()})"
    return DirectoryAway(f"The directory server {address.name} {words}{detail}.", retry=retry)


def not_written(error: Exception, address: Address) -> KioskError:
    """Return a fault met while writing: an account that is gone is no outage."""
    name = fault_name(error)
    if name == "NO_SUCH_OBJECT":
        return Refused("This account no longer exists.", "account_gone")
    if name == "NO_SUCH_ATTRIBUTE":
        return Refused("What was to be taken away isn't there any more.", NOT_THERE)
    if name == "CONSTRAINT_VIOLATION":
        return Refused("The directory's rules don't allow this.", "directory_refuses")
    return translated(error, address)
