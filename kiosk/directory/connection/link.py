"""The connection to one server as one identity: made when needed, kept, and made anew once when it broke."""

import contextlib
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol, TypeVar

from kiosk.directory.connection.address import Address
from kiosk.directory.connection.diagnosis import why_unreachable
from kiosk.directory.connection.faults import NOT_THERE, fault_name, not_written, translated
from kiosk.directory.connection.library import ldap_library
from kiosk.errors import DirectoryAway, Refused

Answer = TypeVar("Answer")
Values = Mapping[str, tuple[str, ...]]  # by attribute, in small letters
BROKEN = ("SERVER_DOWN", "CONNECT_ERROR", "TIMEOUT", "LOCAL_ERROR", "DECODING_ERROR", "UNAVAILABLE")
UNCOMPARED = {  # what a fault while comparing means
    "NO_SUCH_ATTRIBUTE": None,
    "UNDEFINED_TYPE": None,
    "NO_SUCH_OBJECT": None,
    "INVALID_SYNTAX": False,  # no value of this attribute is written so
}


@dataclass(frozen=True, slots=True)
class Identity:
    """Who the kiosk is to the directory."""

    dn: str
    secret: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How to connect. ca_file None: the computer's own authorities."""

    ca_file: Path | None
    connect_s: float
    answer_s: float


@dataclass(frozen=True, slots=True)
class Change:
    """One change of an entry. values None: delete the attribute, which must be there; (): empty it if it is."""

    attribute: str
    values: tuple[bytes, ...] | None = field(repr=False)


@dataclass(frozen=True, slots=True)
class Removal:
    """Take one value away, which must be there: else nothing of the request is done (Refused, "not_there")."""

    attribute: str
    value: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Found:
    """An entry that a search found."""

    dn: str = field(repr=False)
    values: Values = field(repr=False)


class Reader(Protocol):
    """What reading needs of a server."""

    def read(self, dn: str, attributes: Sequence[str]) -> Values | None:
        """Return these attributes of one entry; None if there is no such entry."""
        ...

    def compare(self, dn: str, attribute: str, value: str) -> bool | None:
        """Ask whether the attribute has this value; None if the entry has no such attribute."""
        ...


class Link:
    """One server. Threads take turns; every fault is DirectoryAway, or Refused while writing."""

    def __init__(self, address: Address, identity: Identity, manner: Manner) -> None:
        self.address, self.identity, self.manner = address, identity, manner
        self._ldap = ldap_library()
        self._turn = threading.Lock()
        self._connection: Any = None

    def find(self, base: str, attribute: str, value: str, attributes: Sequence[str]) -> Sequence[Found]:
        """Return the entries with exactly this value: none, one, or several (two stand for more)."""
        answer_s = self.manner.answer_s  # a search asks for its own time-out
        wanted = f"({attribute}={self._ldap.filter.escape_filter_chars(value)})"

        def ask(connection: Any) -> Sequence[Found]:
            try:
                found = connection.search_ext_s(
                    base, self._ldap.SCOPE_SUBTREE, wanted, list(attributes), timeout=answer_s, sizelimit=2
                )
            except self._ldap.SIZELIMIT_EXCEEDED:
                return (Found("", {}), Found("", {}))
            return [Found(dn, _values(raw)) for dn, raw in found if dn is not None]

        return self._asked(ask)

    def read(self, dn: str, attributes: Sequence[str]) -> Values | None:
        def ask(connection: Any) -> Values | None:
            try:
                found = connection.search_ext_s(
                    dn, self._ldap.SCOPE_BASE, attrlist=list(attributes), timeout=self.manner.answer_s
                )
            except self._ldap.NO_SUCH_OBJECT:
                return None
            return next((_values(raw) for known, raw in found if known is not None), None)

        return self._asked(ask)

    def compare(self, dn: str, attribute: str, value: str) -> bool | None:
        def ask(connection: Any) -> bool | None:
            try:
                return bool(connection.compare_s(dn, attribute, value.encode()))
            except self._ldap.LDAPError as error:
                if type(error).__name__ in UNCOMPARED:
                    return UNCOMPARED[type(error).__name__]
                raise

        return self._asked(ask)

    def has(self, dn: str, attribute: str) -> bool:
        """Ask whether the entry has such an attribute, without its value being sent."""

        def ask(connection: Any) -> bool:
            found = connection.search_ext_s(
                dn, self._ldap.SCOPE_BASE, attrlist=[attribute], attrsonly=1, timeout=self.manner.answer_s
            )
            return any(values for known, values in found if known is not None)

        return self._asked(ask)

    def write(self, dn: str, changes: Sequence[Change | Removal]) -> None:
        """Make all the changes in one request, or none. Raises Refused too."""
        wanted = [self._wanted(each) for each in changes]
        self._asked(lambda connection: connection.modify_s(dn, wanted), not_written)

    def write_unless_gone(self, dn: str, changes: Sequence[Change | Removal]) -> bool:
        """Make all the changes, or return False because something that they take away isn't there. Raises Refused."""
        try:
            self.write(dn, changes)
        except Refused as error:
            if NOT_THERE not in error.reasons:
                raise
            return False
        return True

    def _wanted(self, change: Change | Removal) -> tuple[int, str, list[bytes] | None]:
        if isinstance(change, Removal):
            return (self._ldap.MOD_DELETE, change.attribute, [change.value])
        if change.values is None:
            return (self._ldap.MOD_DELETE, change.attribute, None)
        return (self._ldap.MOD_REPLACE, change.attribute, list(change.values))

    def set_password(self, dn: str, secret: str) -> None:
        """Let the server hash and keep a new password (RFC 3062). Raises Refused too."""
        self._asked(lambda connection: connection.passwd_s(dn, None, secret), not_written)

    def _asked(
        self,
        ask: Callable[[Any], Answer],
        explain: Callable[[Exception, Address], Exception] = translated,
    ) -> Answer:
        """Ask; over a kept connection that turns out to be broken, once more over a new one."""
        with self._turn:
            if self._connection is not None:
                try:
                    return ask(self._connection)
                except self._ldap.LDAPError as error:
                    if fault_name(error) not in BROKEN:
                        raise explain(error, self.address) from error
                    self._drop()
            self._connection = self._connected()
            try:
                return ask(self._connection)
            except self._ldap.LDAPError as error:
                if fault_name(error) in BROKEN:
                    self._drop()
                raise explain(error, self.address) from error

    def _connected(self) -> Any:
        """Greet the server ourselves first: libldap 2.5 waits for ever on one that never greets, time-out or not."""
        ldap, manner = self._ldap, self.manner
        fault = why_unreachable(self.address, manner.ca_file, manner.connect_s)
        if fault is not None:
            raise DirectoryAway(f"The directory server {self.address.name} {fault}.")
        connection = ldap.initialize(self.address.url)
        try:
            connection.network_timeout, connection.timeout = manner.connect_s, manner.answer_s
            connection.set_option(ldap.OPT_REFERRALS, 0)
            connection.set_option(ldap.OPT_X_TLS_REQUIRE_CERT, ldap.OPT_X_TLS_DEMAND)
            if manner.ca_file is not None:
                connection.set_option(ldap.OPT_X_TLS_CACERTFILE, str(manner.ca_file))
            connection.set_option(ldap.OPT_X_TLS_NEWCTX, 0)
            if self.address.scheme == "ldap":
                connection.start_tls_s()
            connection.simple_bind_s(self.identity.dn, self.identity.secret)
        except ldap.LDAPError as error:
            raise translated(error, self.address) from error
        return connection

    def _drop(self) -> None:
        connection, self._connection = self._connection, None
        with contextlib.suppress(self._ldap.LDAPError):
            connection.unbind_s()


def _values(raw: Mapping[str, Sequence[bytes]]) -> Values:
    return {
        name.lower(): tuple(each.decode("utf-8", "replace") for each in values)
        for name, values in raw.items()
    }
