"""Find a request by what someone has at hand: its reference, its ticket's code, a student number, a name."""

import unicodedata
from collections.abc import Iterator

from kiosk.errors import NotFound
from kiosk.kit import Kit
from kiosk.reading.hand_scanner import digits_from_keyboard
from kiosk.request.reference import parse_reference
from kiosk.request.request import Holder, Request, State
from kiosk.request.ticket import read_qr, ticket_digest
from kiosk.staff.account import StaffAccount
from kiosk.staff.permissions import Act, require

OPEN = (State.WAITING, State.APPROVED, State.FAILED)
FEWEST_LETTERS = 2
AT_ONCE = 500


def search(kit: Kit, staff: StaffAccount, text: str, limit: int = 50) -> tuple[Request, ...]:
    """Return requests in the queue's order; ended ones are found by their reference or ticket only."""
    require(staff, Act.SHOW)
    secret, reference = read_qr(text), parse_reference(text)
    if secret is not None:
        found = kit.store.by_ticket(ticket_digest(secret))
        return () if found is None else (found,)
    if reference is not None and (exact := _get(kit, reference)) is not None:
        return (exact,)
    return _by_holder(kit, text, limit)


def _get(kit: Kit, reference: str) -> Request | None:
    try:
        return kit.store.get(reference)
    except NotFound:  # eight letters of a name may pass for a reference
        return None


def _by_holder(kit: Kit, text: str, limit: int) -> tuple[Request, ...]:
    words = plain(digits_from_keyboard(text)).split()
    if sum(map(len, words)) < FEWEST_LETTERS:
        return ()
    matching = (request for request in _open_requests(kit) if is_meant(request.holder, words))
    return tuple(request for request, _ in zip(matching, range(limit), strict=False))


def _open_requests(kit: Kit) -> Iterator[Request]:
    page = kit.store.queue(OPEN, None, AT_ONCE)
    yield from page.requests
    while page.after is not None:
        page = kit.store.queue(OPEN, page.after, AT_ONCE)
        yield from page.requests


def is_meant(holder: Holder | None, words: list[str]) -> bool:
    """Return True if each word begins one of the holder's names, or is their number."""
    if holder is None:
        return False
    names = plain(holder.display_name).split()
    return words == [holder.student_number] or all(
        any(name.startswith(word) for name in names) for word in words
    )


def plain(text: str) -> str:
    """Return small letters without accents, words parted by single blanks: hyphens and apostrophes part too."""
    parted = unicodedata.normalize("NFKD", text).casefold()
    letters = (letter if letter.isalnum() else " " for letter in parted if not unicodedata.combining(letter))
    return " ".join("".join(letters).split())
