"""Who may do what: one table, which every entry asks."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from kiosk.errors import NotAllowed
from kiosk.staff.account import Role, StaffAccount


class Act(StrEnum):
    """Everything that takes a permission."""

    VERIFY_IN_PERSON = "verify_in_person"
    FILE = "file"
    QUEUE = "queue"
    SHOW = "show"
    PRINT = "print"
    APPROVE = "approve"  # with it, taking an approval back and trying again
    REFUSE = "refuse"
    REDIRECT = "redirect"
    HAND_OVER_SECRET = "hand_over_secret"  # noqa: S105 - an act, not a secret
    EDGE_PAPERS = "edge_papers"  # expired, lost card, changed name
    SECURITY_LOCKS = "security_locks"
    JOURNAL = "journal"
    FIGURES = "figures"
    PERSON_EXPORT = "person_export"
    FORGET = "forget"
    PERSON_ERASE = "person_erase"
    STAFF = "staff"
    DEVICES = "devices"
    IMPORT = "import"
    SETTINGS = "settings"
    DOCTOR = "doctor"
    ANCHOR = "anchor"


_COUNTER = frozenset({Act.VERIFY_IN_PERSON, Act.FILE, Act.QUEUE, Act.SHOW, Act.PRINT})
_DECIDING = frozenset({Act.APPROVE, Act.REFUSE, Act.REDIRECT, Act.HAND_OVER_SECRET})
_EDGES = frozenset({Act.EDGE_PAPERS, Act.SECURITY_LOCKS})
_PROVING = frozenset({Act.JOURNAL, Act.FIGURES, Act.PERSON_EXPORT})
_FORGETTING = frozenset({Act.FORGET, Act.PERSON_ERASE})
_RUNNING = frozenset({Act.STAFF, Act.DEVICES, Act.IMPORT, Act.SETTINGS, Act.DOCTOR, Act.ANCHOR})

TABLE: Mapping[Role, frozenset[Act]] = MappingProxyType(
    {
        Role.RECEPTION: _COUNTER,
        Role.APPROVER: _COUNTER | _DECIDING,
        Role.SUPERVISOR: _COUNTER | _DECIDING | _EDGES | _PROVING | _FORGETTING,
        Role.AUDITOR: _PROVING,
        Role.ADMIN: _FORGETTING | _RUNNING,
    }
)


def may(role: Role, act: Act) -> bool:
    """Return True if people of this role may do this."""
    return act in TABLE[role]


def require(account: StaffAccount, act: Act) -> None:
    """Raise NotAllowed unless this account is open and its role may do this."""
    if account.is_disabled:
        raise NotAllowed("This staff account is disabled: ask an administrator.", "account_disabled")
    if not may(account.role, act):
        roles = " or ".join(role for role in Role if may(role, act))
        raise NotAllowed(f"This takes another role: ask someone who is {roles}.", "role", act)
