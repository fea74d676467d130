"""Settings of the directory: which product, where, as whom, and under which names it keeps what."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from kiosk.settings.allowed import Between, Like, NoneTwice

Url = Annotated[
    str,
    Like(
        r"(?i)ldaps?://([a-z0-9.-]+|\[[0-9a-f:]+\])(:\d{1,5})?/?",
        'a server like "ldaps://ldap.example.org" or "ldap://ldap.example.org:389"',
    ),
]
Name = Annotated[str, Like(r"[A-Za-z][A-Za-z0-9-]{0,127}", "the name of an attribute")]
DN = Annotated[str, Like(r"[^=,\0]+=[^\0]+", 'a name like "ou=people,dc=example,dc=org"')]
Bind = Annotated[
    str, Like(r"[^\0]*[=@\\][^\0]+", 'a name like "cn=kiosk,dc=example,dc=org" or "kiosk@example.org"')
]
Seconds = Annotated[float, Between(0.1, 60)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Who the kiosk is to the directory. Without secret_file, the environment holds the password."""

    bind: Bind | None = None
    secret_file: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attributes:
    number: Name = "supannEtuId"
    surname: Name = "sn"
    given_name: Name = "givenName"
    display_name: Name = "displayName"
    birth_name: Name = "supannNomDeNaissance"
    civil_given_names: Name = "supannPrenomsEtatCivil"
    birth_date: Annotated[tuple[Name, ...], NoneTwice()] = ("supannOIDCDateDeNaissance", "schacDateOfBirth")
    state: Annotated[tuple[Name, ...], NoneTwice()] = ("supannRessourceEtat", "supannRessourceEtatDate")
    year: Name = "supannEtuAnneeInscription"
    enrolment: Name = "supannEtuInscription"
    end: Name = "supannEtuDateFin"
    mail: Annotated[tuple[Name, ...], NoneTwice()] = ("mail", "supannMailPrive")


@dataclass(frozen=True, slots=True, kw_only=True)
class Directory:
    kind: Literal["register", "pretend", "openldap", "active_directory", "ds389"] = "register"
    servers: Annotated[tuple[Url, ...], NoneTwice()] = ()
    base: DN | None = None
    ca_file: Path | None = None
    default_policy: DN | None = None
    connect_seconds: Seconds = 5.0
    answer_seconds: Seconds = 10.0
    proof_looks: Annotated[int, Between(1, 60)] = 5
    proof_pause_seconds: Annotated[float, Between(0, 60)] = 1.0
    year_turns: Annotated[
        str, Like(r"(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])", 'a month and a day (28 at most) like "09-01"')
    ] = "09-01"
    terminal: Identity = Identity()
    desk: Identity = Identity()
    attributes: Attributes = Attributes()

    @property
    def speaks_ldap(self) -> bool:
        return self.kind not in ("register", "pretend")
