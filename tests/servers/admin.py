"""The test's own way into an LDAP server: as its administrator, to arrange, and as a person, to try a password."""

import contextlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import ldap
from ldap.controls import LDAPControl

NOT_ALLOWED = (
    ldap.INVALID_CREDENTIALS,
    ldap.INAPPROPRIATE_AUTH,  # there is no password any more
    ldap.CONSTRAINT_VIOLATION,
    ldap.UNWILLING_TO_PERFORM,
)
RELAX = LDAPControl("1.3.6.1.4.1.4203.666.5.12", True)


@dataclass(frozen=True, slots=True)
class Admin:
    """url: the server. relaxed: ask slapd to let even its own attributes be written."""

    url: str
    ca_file: Path
    dn: str
    secret: str = field(repr=False)
    relaxed: bool = False

    @contextlib.contextmanager
    def bound(self, dn: str | None = None, secret: str | None = None) -> Iterator[Any]:
        connection = ldap.initialize(self.url)
        connection.network_timeout = connection.timeout = 10
        connection.set_option(ldap.OPT_REFERRALS, 0)
        connection.set_option(ldap.OPT_X_TLS_CACERTFILE, str(self.ca_file))
        connection.set_option(ldap.OPT_X_TLS_NEWCTX, 0)
        try:
            connection.simple_bind_s(dn or self.dn, secret or self.secret)
            yield connection
        finally:
            connection.unbind_s()

    def add(self, dn: str, values: Mapping[str, str | Sequence[str] | bytes]) -> None:
        with self.bound() as connection:
            connection.add_ext_s(dn, [(name, _bytes(each)) for name, each in values.items()], self._controls)

    def put(self, dn: str, **values: str | None) -> None:
        """Replace attributes; None empties one."""
        changes = [
            (ldap.MOD_REPLACE, name, None if value is None else _bytes(value))
            for name, value in values.items()
        ]
        with self.bound() as connection:
            connection.modify_ext_s(dn, changes, self._controls)

    def delete(self, dn: str) -> None:
        with self.bound() as connection, contextlib.suppress(ldap.NO_SUCH_OBJECT):
            connection.delete_s(dn)

    def read(self, dn: str, *attributes: str) -> dict[str, list[str]]:
        with self.bound() as connection:
            ((_, values),) = connection.search_s(dn, ldap.SCOPE_BASE, attrlist=list(attributes))
        return {name: [each.decode() for each in told] for name, told in values.items()}

    def signs_in(self, dn: str, secret: str) -> bool:
        return self.with_own_password(dn, secret, lambda _: None)

    def with_own_password(self, dn: str, secret: str, act: Callable[[Any], object]) -> bool:
        """Whether a person with this password could do it."""
        try:
            with self.bound(dn, secret) as connection:
                act(connection)
        except NOT_ALLOWED:
            return False
        return True

    def does(self, act: Callable[[Any], object]) -> bool:
        return self.with_own_password(self.dn, self.secret, act)

    def lock(self, dn: str, wrong: str, times: int) -> None:
        for _ in range(times):
            assert not self.signs_in(dn, wrong)

    @property
    def _controls(self) -> list[LDAPControl]:
        return [RELAX] if self.relaxed else []


def _bytes(value: str | Sequence[str] | bytes) -> list[bytes]:
    if isinstance(value, bytes):
        return [value]
    return [each.encode() for each in ([value] if isinstance(value, str) else value)]
