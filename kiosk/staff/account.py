"""A staff account."""

import re
from dataclasses import dataclass, field
from enum import StrEnum

from kiosk.errors import Refused

# The journal writes these where nobody was signed in: a login of that name would lend them a face.
RESERVED = frozenset({"visitor", "system", "unknown"})
FORM = re.compile(r"[a-z][a-z0-9._@+-]{0,63}")


class Role(StrEnum):
    RECEPTION = "reception"
    APPROVER = "approver"
    SUPERVISOR = "supervisor"
    AUDITOR = "auditor"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True)
class StaffAccount:
    """login: lower case, what events name. password_hash: argon2id, encoded.

    Raises Refused for a login that the journal couldn't tell from a number or from nobody.
    """

    login: str
    role: Role
    password_hash: str = field(repr=False)
    is_disabled: bool = False

    def __post_init__(self) -> None:
        if FORM.fullmatch(self.login) is None or self.login in RESERVED:
            raise Refused(
                "A login starts with a letter and goes on with small letters, digits and . _ @ + -, "
                "64 at most; visitor, system and unknown are taken.",
                "login_form",
            )
