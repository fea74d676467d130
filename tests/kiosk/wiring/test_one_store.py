"""Several questions to one store: it is opened at the first one, once, and closed at the end."""

from pathlib import Path

import pytest

from kiosk.errors import KioskError
from kiosk.settings import Settings, load
from kiosk.wiring.one_store import one_store


def settings_of(folder: Path, path: str = "kiosk.sqlite") -> Settings:
    file = folder / "kiosk.toml"
    file.write_text(f'[store]\npath = "{path}"\n')
    return load(file, {"KIOSK_DATA": str(folder)})


def test_it_is_opened_once(tmp_path: Path):
    """Whoever asks second gets the same store; afterwards it is closed."""
    with one_store(settings_of(tmp_path)) as opened:
        store = opened()
        assert store is opened()
        store.check()

    with pytest.raises(Exception, match="closed"):
        store.check()


def test_nobody_asks_and_nothing_is_opened(tmp_path: Path):
    """No file is made."""
    with one_store(settings_of(tmp_path)):
        pass

    assert not (tmp_path / "kiosk.sqlite").exists()


def test_a_store_that_cannot_be_opened_is_tried_once_and_told_to_all(tmp_path: Path):
    """Though it could be opened by then: the answers of one look belong together."""
    (tmp_path / "kiosk.sqlite").write_bytes(b"not a store at all" * 100)
    with one_store(settings_of(tmp_path)) as opened:
        with pytest.raises(KioskError) as first:
            opened()
        (tmp_path / "kiosk.sqlite").unlink()
        with pytest.raises(KioskError) as second:
            opened()

    assert first.value is second.value
