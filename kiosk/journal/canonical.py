"""One way to write facts as text, so that the same facts always have the same digest."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime


def canonical_json(facts: Mapping[str, object]) -> str:
    """Return JSON with sorted keys and no spaces. Raises ValueError or TypeError where JSON has no form."""
    return json.dumps(facts, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def utc_text(moment: datetime) -> str:
    """Return a time as UTC with microseconds. Raises ValueError for one without a zone."""
    if moment.tzinfo is None:
        raise ValueError("a recorded time needs its zone")
    return moment.astimezone(UTC).isoformat(timespec="microseconds")
