"""A device's key."""

import hashlib

import pytest

from kiosk.journal.signature import DeviceKey, is_signed, writer_of
from tests.kiosk.journal.given_events import OTHER

# Source: RFC 8032, 7.1, test 2.
PRIVATE = bytes.fromhex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb")
PUBLIC = bytes.fromhex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c")
SIGNATURE = bytes.fromhex(
    "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
    "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
)
KEY = DeviceKey(PRIVATE)


def test_a_key_signs_as_ed25519_does():
    """The vector of the standard: any other program can check our journal."""
    assert (PUBLIC, SIGNATURE) == (KEY.public_key, KEY.sign(b"\x72"))


def test_a_writer_is_named_by_its_public_key():
    """The first 16 hex digits of its SHA-256."""
    assert hashlib.sha256(PUBLIC).hexdigest()[:16] == KEY.writer == writer_of(PUBLIC)


@pytest.mark.parametrize(
    ("message", "signature", "public"),
    [
        (b"\x73", SIGNATURE, PUBLIC),
        (b"\x72", SIGNATURE[:-1], PUBLIC),
        (b"\x72", b"", PUBLIC),
        (b"\x72", SIGNATURE, OTHER.public_key),
        (b"\x72", SIGNATURE, b"short"),
    ],
)
def test_what_the_key_did_not_sign_is_not_signed(message, signature, public):
    """Another message, another signature, another key, or none."""
    assert is_signed(b"\x72", SIGNATURE, PUBLIC)
    assert not is_signed(message, signature, public)


def test_the_private_bytes_are_not_shown():
    """A key that lands in a log by mistake stays private."""
    assert "private" not in repr(KEY)


def test_a_key_has_32_bytes():
    """A file that was cut short is no key."""
    with pytest.raises(ValueError, match="32"):
        DeviceKey(PRIVATE[:-1])
