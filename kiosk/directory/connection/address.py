"""Where a server of the directory is."""

import re
from dataclasses import dataclass
from typing import Self

from kiosk.errors import SettingsWrong

PORTS = {"ldaps": 636, "ldap": 389}


@dataclass(frozen=True, slots=True)
class Address:
    """An LDAP server. ldaps is TLS from the first byte, ldap is StartTLS: nothing is ever said in the clear."""

    scheme: str
    host: str
    port: int

    @classmethod
    def parse(cls, url: str) -> Self:
        """Return what "ldaps://host" or "ldap://host:port" says. Raises SettingsWrong."""
        found = re.fullmatch(
            r"(ldaps?)://([A-Za-z0-9.-]+|\[[0-9A-Fa-f:]+\])(?::(\d{1,5}))?/?", url, re.IGNORECASE
        )
        if found is None:
            raise SettingsWrong(
                f'"{url}" isn\'t a directory server: write it like "ldaps://ldap.example.org".'
            )
        scheme = found[1].lower()
        return cls(scheme, found[2].lower(), int(found[3] or PORTS[scheme]))

    @property
    def url(self) -> str:
        return f"{self.scheme}://{self.host}:{self.port}"

    @property
    def name(self) -> str:
        """Return how people call it: the port only where it isn't the usual one."""
        return self.host if self.port == PORTS[self.scheme] else f"{self.host}:{self.port}"
