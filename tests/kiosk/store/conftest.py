"""Stores in a folder of the test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.store import Store, open_store
from tests.kiosk.store.sealing import a_device


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "kiosk.sqlite"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    store = open_store(path, a_device())
    yield store
    store.close()
