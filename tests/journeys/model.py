"""What DESIGN.md's table says of roles and acts, and what must come of a decision: written down once more, by hand."""

from dataclasses import dataclass

DECIDERS = ("approver", "supervisor")
LOGINS = {
    "reception": "accueil",
    "approver": "valideuse",
    "supervisor": "responsable",
    "auditor": "auditeur",
    "admin": "technicien",
}
MAY = {
    "queue": ("reception", "approver", "supervisor"),
    "show": ("reception", "approver", "supervisor"),
    "approve": DECIDERS,
    "refuse": DECIDERS,
    "redirect": DECIDERS,
    "undo": DECIDERS,
    "retry": DECIDERS,
    "journal export": ("supervisor", "auditor"),
    "journal anchor": ("admin",),
    "forget": ("supervisor", "admin"),
    "staff list": ("admin",),
    "staff add": ("admin",),
    "staff disable": ("admin",),
    "import": ("admin",),
}
ENDS = {"refuse": "refused", "redirect": "redirected"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A request as it was filed, by what matters for its approval.

    lock: plain (failed tries), other (nothing that unlocking ends), security, on_purpose.
    """

    verdict: str = "match"
    lock: str = "plain"
    verified_by: str | None = None
    state: str = "waiting"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A command about one request."""

    act: str
    role: str
    seen: bool = False
    reason: bool = False


def expected(given: Given, asked: Asked, four_eyes: str, unattended_match: str) -> tuple[int, str]:
    """Return the exit status and the state after the command."""
    if asked.role not in MAY[asked.act]:
        return 1, given.state
    if asked.act in ENDS and given.state in ("waiting", *(["failed"] if asked.act == "redirect" else [])):
        return 0, ENDS[asked.act]
    if asked.act == "approve" and given.state == "waiting":
        return _approved(given, asked, four_eyes, unattended_match)
    return 1, given.state  # nothing here waits for a retry or is approved but not carried out


def _approved(given: Given, asked: Asked, four_eyes: str, unattended_match: str) -> tuple[int, str]:
    if four_eyes == "in_person" and given.verified_by == LOGINS[asked.role]:
        return 1, "waiting"
    if given.lock in ("other", "on_purpose"):
        return 1, "waiting"
    if given.lock == "security":  # a supervisor may, with a reason; and yet it's not for this program to end
        is_allowed = asked.role == "supervisor" and asked.seen and asked.reason
        return (1, "failed") if is_allowed else (1, "waiting")
    was_anyone_there = asked.seen or given.verified_by is not None
    may_be_unseen = unattended_match == "approve" and given.verdict == "match"
    return (0, "unlocked") if was_anyone_there or may_be_unseen else (1, "waiting")
