"""A device's key: it signs what the device writes into the journal."""

import hashlib
from dataclasses import dataclass, field

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

WRITER_LENGTH = 16  # hex digits


@dataclass(frozen=True, slots=True)
class DeviceKey:
    """An Ed25519 key by its 32 private bytes, which are drawn and kept elsewhere.

    Raises ValueError if they aren't 32 bytes.
    """

    private: bytes = field(repr=False)
    public_key: bytes = field(init=False)

    def __post_init__(self) -> None:
        public = Ed25519PrivateKey.from_private_bytes(self.private).public_key().public_bytes_raw()
        object.__setattr__(self, "public_key", public)

    @property
    def writer(self) -> str:
        return writer_of(self.public_key)

    def sign(self, message: bytes) -> bytes:
        return Ed25519PrivateKey.from_private_bytes(self.private).sign(message)


def writer_of(public_key: bytes) -> str:
    """Return the writer id of a public key: the first 16 hex digits of its SHA-256."""
    return hashlib.sha256(public_key).hexdigest()[:WRITER_LENGTH]


def is_signed(message: bytes, signature: bytes, public_key: bytes) -> bool:
    """Return True if the key's owner signed the message; a key or signature that is none is False."""
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True
