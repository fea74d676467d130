"""An unlock request and the verification it stands on."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from kiosk.identity.verdict import Verdict
from kiosk.triage.words import Cause, Door, Symptom


class State(StrEnum):
    WAITING = "waiting"
    APPROVED = "approved"
    UNLOCKED = "unlocked"
    HANDED_OVER = "handed_over"
    FAILED = "failed"
    REFUSED = "refused"
    REDIRECTED = "redirected"
    LAPSED = "lapsed"


class Presence(StrEnum):
    """Whether signed-in staff saw the person with the document."""

    IN_PERSON = "in_person"
    UNATTENDED = "unattended"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """What was checked, by whom, where and when. Codes only: no value that a document or directory holds.

    document_type: the DocumentFormat's word. verified_by: a staff login, None when unattended.
    supervisor_reason: written by a supervisor for an edge paper.
    """

    verdict: Verdict
    document_type: str
    issuing_state: str
    presence: Presence
    verified_by: str | None
    device: str
    at: datetime
    supervisor_reason: str | None = field(repr=False, default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """What staff need to act, kept apart from the rest and emptied by retention.

    message: code of the ENT's message the student saw. salt: random hex for digests of this holder in the journal;
    erased with it, so that no digest can be linked to a person afterwards.
    """

    student_number: str = field(repr=False)
    account: str = field(repr=False)
    display_name: str = field(repr=False)
    message: str | None = None
    language: str = "fr"
    salt: str = field(repr=False, default="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Who decided what, when, and whether they ticked that they saw the person."""

    by: str
    at: datetime
    seen: bool = False
    reason: str | None = None
    to: Door | None = None
    alone: bool = False  # the same person verified and approved (four eyes off)


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One unlock request. `version` counts its moves, for compare and set.

    holder is None once retention or an erasure emptied it. ticket_digest: SHA-256 hex of the ticket's secret.
    attempts: how often carrying out was tried. ended_at: when it reached a state that doesn't move by itself.
    """

    id: str
    reference: str
    ticket_digest: str = field(repr=False)
    state: State
    version: int
    symptom: Symptom
    door: Door
    urgent: bool
    site: str
    filed_at: datetime
    due_at: datetime
    verification: Verification
    holder: Holder | None
    cause: Cause | None = None
    decision: Decision | None = None
    attempts: int = 0
    next_attempt_at: datetime | None = None
    failure: str | None = None  # code of the last failed attempt
    ended_at: datetime | None = None
