"""Seal to the campus: whoever seals can't open. HPKE (RFC 9180) as the library `cryptography` builds it."""

import base64
import binascii
from dataclasses import dataclass, field

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from kiosk.errors import SettingsWrong, Unreadable

SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305)
PURPOSE = b"mirail-kiosk letter 1 "
SIZE = 32  # bytes of either half


@dataclass(frozen=True, slots=True)
class CampusSeal:
    """The public half: every terminal has it. public: 32 bytes."""

    public: bytes

    @property
    def text(self) -> str:
        """How kiosk.toml writes it."""
        return base64.b64encode(self.public).decode()

    @classmethod
    def parse(cls, text: str) -> "CampusSeal":
        """Return the seal that kiosk.toml gives. Raises SettingsWrong."""
        try:
            public = base64.b64decode(text, validate=True)
        except (binascii.Error, ValueError):
            public = b""
        if len(public) != SIZE:
            raise SettingsWrong("spool.seal isn't a campus' seal: copy what `kiosk spool key` prints.")
        return cls(public)

    def seal(self, text: bytes, letter_id: str, writer: str) -> bytes:
        """Return what only the campus can open, and only as this letter of this device."""
        return SUITE.encrypt(text, X25519PublicKey.from_public_bytes(self.public), _about(letter_id, writer))


@dataclass(frozen=True, slots=True)
class CampusKey:
    """The private half, held where staff decide. private: 32 bytes. Raises ValueError for another length."""

    private: bytes = field(repr=False)

    def __post_init__(self) -> None:
        X25519PrivateKey.from_private_bytes(self.private)

    @property
    def seal(self) -> CampusSeal:
        return CampusSeal(X25519PrivateKey.from_private_bytes(self.private).public_key().public_bytes_raw())

    def open(self, sealed: bytes, letter_id: str, writer: str) -> bytes:
        """Return what was sealed. Raises Unreadable for what was altered, or sealed to another campus."""
        try:
            key = X25519PrivateKey.from_private_bytes(self.private)
            return SUITE.decrypt(sealed, key, _about(letter_id, writer))
        except (InvalidTag, ValueError) as error:
            raise Unreadable("This letter was altered, or sealed to another campus' key.") from error


def signed_part(sealed: bytes, letter_id: str, writer: str) -> bytes:
    """Return what the device signs, so that nobody else's letter passes for its own."""
    return _about(letter_id, writer) + sealed


def _about(letter_id: str, writer: str) -> bytes:
    return PURPOSE + f"{writer} {letter_id} ".encode()
