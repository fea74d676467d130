"""From settings to one open store for several questions."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache

from kiosk.errors import KioskError
from kiosk.settings import Settings
from kiosk.store import Store
from kiosk.wiring import parts

Opened = Callable[[], Store]


@contextmanager
def one_store(settings: Settings) -> Iterator[Opened]:
    """Lend what opens the store at the first question and returns that one to all others; close it at the end.

    A store that can't be opened isn't tried again: every question is told why.
    """

    @cache
    def tried() -> Store | KioskError:
        try:
            return parts.store(settings)
        except KioskError as error:
            return error

    def opened() -> Store:
        found = tried()
        if isinstance(found, KioskError):
            raise found
        return found

    try:
        yield opened
    finally:
        if tried.cache_info().currsize and not isinstance(found := tried(), KioskError):
            found.close()
