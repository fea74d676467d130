"""The device's key is there, private, and the store's."""

import pytest

from kiosk.doctor import Level
from kiosk.doctor.keys import check_keys


@pytest.fixture
def key(tmp_path):
    path = tmp_path / "device.key"
    path.write_bytes(b"k" * 32)
    path.chmod(0o600)
    return path


def test_a_private_key_that_the_store_knows_is_in_order(key):
    """Events signed with it can be checked."""
    assert Level.OK is check_keys(key, "w1", {"w1": b""})[0]


def test_a_missing_key_is_a_failure(tmp_path):
    """Nothing can be signed."""
    assert Level.FAILED is check_keys(tmp_path / "device.key", "w1", {})[0]


def test_a_key_that_others_read_is_a_failure(key):
    """They could sign in its name."""
    key.chmod(0o644)

    assert Level.FAILED is check_keys(key, "w1", {"w1": b""})[0]


def test_a_key_that_the_store_does_not_know_yet_is_a_warning(key):
    """It will at the first event."""
    assert Level.WARNING is check_keys(key, "w2", {"w1": b""})[0]
