"""Only the campus' key opens a letter, as the letter it was and from the device that wrote it."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kiosk.errors import SettingsWrong, Unreadable
from kiosk.spool.sealing import CampusKey, CampusSeal

KEY, OTHER = CampusKey(b"k" * 32), CampusKey(b"o" * 32)


@given(some.binary(max_size=5000))
def test_what_is_sealed_is_opened(text: bytes):
    """Byte for byte."""
    assert text == KEY.open(KEY.seal.seal(text, "id", "writer"), "id", "writer")


def test_a_seal_travels_as_a_line_of_settings():
    """What the desk prints, the terminal reads."""
    assert KEY.seal == CampusSeal.parse(KEY.seal.text)


@pytest.mark.parametrize("text", ["", "x", "A" * 43, "A" * 44, "é" * 44])
def test_what_is_no_seal_is_wrong_settings(text: str):
    """With where to get it."""
    with pytest.raises(SettingsWrong, match="kiosk spool key"):
        CampusSeal.parse(text)


def test_the_same_text_never_looks_the_same():
    """Two sealed letters tell nothing of one another."""
    assert KEY.seal.seal(b"text", "id", "writer") != KEY.seal.seal(b"text", "id", "writer")


@pytest.mark.parametrize(
    ("key", "letter_id", "writer"), [(OTHER, "id", "writer"), (KEY, "id2", "writer"), (KEY, "id", "other")]
)
def test_another_key_letter_or_device_opens_nothing(key: CampusKey, letter_id: str, writer: str):
    """A letter can't be passed off as another."""
    with pytest.raises(Unreadable):
        key.open(KEY.seal.seal(b"text", "id", "writer"), letter_id, writer)


@given(some.integers(min_value=0), some.integers(1, 255))
def test_an_altered_letter_is_not_opened(place: int, change: int):
    """Whichever byte."""
    sealed = bytearray(KEY.seal.seal(b"text", "id", "writer"))
    sealed[place % len(sealed)] ^= change

    with pytest.raises(Unreadable):
        KEY.open(bytes(sealed), "id", "writer")


@given(some.binary(max_size=200))
def test_noise_is_not_opened(noise: bytes):
    """Nor does it end the program."""
    with pytest.raises(Unreadable):
        KEY.open(noise, "id", "writer")
