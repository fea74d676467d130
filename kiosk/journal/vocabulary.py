"""What the journal may say: each kind of event with its details, and the form of every word.

No person can slip in: a detail that isn't listed, or a value that isn't a code, is a bug and raises ValueError.
"""

import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from types import MappingProxyType

from kiosk.identity.reason import Reason
from kiosk.identity.verdict import Outcome
from kiosk.journal.event import Happening
from kiosk.reading.document import DocumentFormat
from kiosk.request.life import RefusalReason
from kiosk.request.request import Presence, State
from kiosk.staff.account import Role
from kiosk.triage.words import Door, Symptom

Value = str | int | bool
Form = Callable[[Value], bool]


def _word_of(*words: type[StrEnum]) -> Form:
    known = frozenset(str(word) for each in words for word in each)
    return lambda value: value in known


def _like(pattern: str) -> Form:
    return lambda value: isinstance(value, str) and re.fullmatch(pattern, value) is not None


def _is_flag(value: Value) -> bool:
    return isinstance(value, bool)


def _is_count(value: Value) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _are_reasons(value: Value) -> bool:
    return isinstance(value, str) and all(code in _REASONS for code in value.split())


_REASONS = frozenset(str(reason) for reason in Reason)
_CODE = r"[a-z][a-z_]{0,39}"

FORMS: Mapping[str, Form] = MappingProxyType(
    {
        "alone": _is_flag,
        "code": _like(_CODE),
        "codes": _are_reasons,
        "count": _is_count,
        "document_type": _like("|".join(["", *DocumentFormat])),
        "door": _word_of(Door),
        "holder_digest": _like("[0-9a-f]{64}"),
        "issuing_state": _like("[A-Z<]{0,3}"),
        "presence": _word_of(Presence),
        "reason": _word_of(RefusalReason),
        "rejected": _is_count,
        "role": _word_of(Role),
        "seen": _is_flag,
        "server": _like(r"[a-z0-9.:\[\]-]{1,255}"),  # of the directory: a host, perhaps with its port
        "state": _word_of(State),
        "symptom": _word_of(Symptom),
        "verdict": _word_of(Outcome),
    }
)

KINDS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        kind: frozenset(details.split())
        for kind, details in {
            "request_filed": "verdict codes presence document_type issuing_state symptom door holder_digest",
            "request_delivered": "verdict codes presence document_type issuing_state symptom door holder_digest",
            "request_joined": "",
            "verified_in_person": "state verdict codes presence document_type issuing_state",
            "verification_failed": "verdict codes presence",
            "way_out_shown": "verdict door presence",
            "request_approved": "state seen alone",
            "request_refused": "state reason",
            "request_redirected": "state door",
            "request_retried": "state",
            "request_lapsed": "state",
            "ticket_replaced": "state",
            "approval_undone": "state",
            "carrying_out_postponed": "state code",
            "carrying_out_failed": "state code server",
            "unlocked": "state",
            "handed_over": "state",
            "one_time_secret_ordered": "state",
            "one_time_secret_printed": "state",
            "one_time_secret_lost": "state",
            "one_time_secret_ended": "state",
            "holders_erased": "count",
            "person_exported": "count",
            "person_erased": "count",
            "records_deleted": "count",
            "register_imported": "count rejected",
            "signed_in": "",
            "password_rehashed": "",
            "sign_in_failed": "",
            "staff_added": "role",
            "staff_disabled": "",
            "device_expected": "",
            "device_admitted": "",
            "device_paused": "",
            "device_resumed": "",
            "device_revoked": "",
        }.items()
    }
)

# A request's id, a login, or nothing. Only an id may begin with a digit, and ids are longer than any number.
_is_subject = _like(r"|[0-9a-f]{32}|[a-z][a-z0-9._@+-]{0,63}")


def check(happening: Happening) -> None:
    """Raise ValueError unless every word of the happening is one that the journal may hold."""
    if happening.kind not in KINDS:
        raise ValueError(f"the journal has no event {happening.kind!r}")
    if not (_is_subject(happening.subject) and _is_subject(happening.by)):
        raise ValueError(f"{happening.kind}: the subject or the actor isn't an id or a login")
    for key, value in happening.details.items():
        if key not in KINDS[happening.kind]:
            raise ValueError(f"{happening.kind} has no detail {key!r}")
        if not FORMS[key](value):
            raise ValueError(f"{happening.kind}: {key} isn't one of its words")  # the value may be a person's
