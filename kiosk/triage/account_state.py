"""What a directory can tell about an account, product by product translated into these words."""

from dataclasses import dataclass
from enum import StrEnum


class Standing(StrEnum):
    """The account's administrative state. Source: SupAnn 2021, supannRessourceEtat."""

    ACTIVE = "active"
    GRACE = "grace"  # SupannSursis: active for a while after its end
    NOT_ACTIVATED = "not_activated"  # SupannPrecree, SupannCree
    INACTIVE = "inactive"  # SupannInactif, SupannExpire
    DELETION_DUE = "deletion_due"  # SupannSupprDonnees, SupannSupprCompte
    LOCKED = "locked"  # SupannVerrouille: no reason given
    TECHNICAL_LOCK = "technical_lock"  # namesake, suspected hack
    ADMINISTRATIVE_LOCK = "administrative_lock"  # charter abuse, suspension
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class AccountState:
    """Facts about one account; None where this directory can't tell.

    locked: sign-in is closed by too many failed tries. lock_is_permanent: only an administrator ends it.
    idle: unused for too long, no lock attribute exists. registered: enrolled for the current year.
    failures: wrong passwords that count towards the next lock.
    """

    standing: Standing = Standing.UNKNOWN
    locked: bool | None = None
    lock_is_permanent: bool = False
    password_expired: bool | None = None
    must_change_password: bool | None = None
    idle: bool | None = None
    registered: bool | None = None
    failures: int | None = None
