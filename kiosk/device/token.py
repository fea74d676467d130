"""The word that lets one terminal ask to be admitted: drawn at the desk, good once and not for long."""

import base64
import hashlib
from collections.abc import Callable
from datetime import timedelta

LIFE = timedelta(minutes=15)
BYTES = 16  # 128 bits
BEGINS = "KIOSK-"


def new_token(secret: Callable[[int], bytes]) -> str:
    """Return a token as a QR code or a person carries it."""
    return BEGINS + base64.b32encode(secret(BYTES)).decode().rstrip("=")


def token_digest(token: str) -> str:
    """Return what the store keeps of it. Spaces and small letters don't matter."""
    return hashlib.sha256("".join(token.split()).upper().encode()).hexdigest()
