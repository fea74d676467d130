"""Digests that name a person only to whom holds the key or the salt."""

import hashlib
import hmac

from kiosk.journal.canonical import canonical_json
from kiosk.request.request import Holder


def sha256_hex(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def keyed_digest(key: bytes, text: str) -> str:
    """Return HMAC-SHA256 as hex: equal texts have equal digests, and without the key none can be guessed."""
    return hmac.new(key, text.encode(), hashlib.sha256).hexdigest()


def holder_digest(holder: Holder) -> str:
    """Return the digest by which events name a holder; it means nothing once the salt is erased.

    The message and language say nothing about who it is and are left out. Raises ValueError without a salt:
    there are few enough student numbers to try them all.
    """
    if not holder.salt:
        raise ValueError("a holder's digest needs a salt")
    person = {
        "student_number": holder.student_number,
        "account": holder.account,
        "display_name": holder.display_name,
    }
    return keyed_digest(holder.salt.encode(), canonical_json(person))
