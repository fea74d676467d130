"""A directory for demonstration stores: the register, with account states that can be changed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from kiosk.directory import Entry
from kiosk.directory.account_word import AccountWord, account_state, standing_of
from kiosk.directory.register import (
    Lookup,
    Row,
    registered_in,
    row_of,
    standing_in,
    student_of,
    word_in,
)
from kiosk.errors import DirectoryAway, Refused, SettingsWrong, StoreAway
from kiosk.reading.partial_date import PartialDate
from kiosk.triage.account_state import AccountState


@dataclass(frozen=True, slots=True)
class PretendDirectory:
    """Unlocks nothing real, so it refuses to stand beside real requests.

    set_account: keeps another AccountWord for a number.
    """

    lookup: Lookup = field(repr=False)
    set_account: Callable[[str, str], None] = field(repr=False)
    demonstration: bool = field(kw_only=True)

    def __post_init__(self) -> None:
        if not self.demonstration:
            raise SettingsWrong('The directory "pretend" is for demonstrations: name your own in kiosk.toml.')

    def find(self, number: str, birth_date: PartialDate | None) -> Entry | None:
        row = row_of(self.lookup, number)
        if row is None:
            return None
        standing = standing_of(_word(row), standing_in(row))
        return Entry(student_of(row, birth_date), row["number"], standing, registered_in(row))

    def is_shared(self, number: str) -> bool:  # noqa: ARG002 - a register with a number twice isn't taken in
        return False

    def state(self, account: str) -> AccountState | None:
        row = row_of(self.lookup, account)
        return None if row is None else account_state(_word(row), standing_in(row), registered_in(row))

    def on_each_server(self, account: str) -> Mapping[str, AccountState | None]:
        return {"register": self.state(account)}

    def unlock(self, account: str) -> None:
        row = row_of(self.lookup, account)
        if row is None:
            raise Refused("This account no longer exists.", "account_gone")
        if _word(row) is AccountWord.PERMANENTLY_LOCKED:
            raise Refused("An administrator locked this account: only they can end it.", "permanent_lock")
        if _word(row) is AccountWord.LOCKED:
            self._set(account, AccountWord.ACTIVE)

    def addresses(self, account: str) -> tuple[str, ...]:
        """Return two that nobody can own: .example is kept for examples. Source: RFC 2606."""
        row = row_of(self.lookup, account)
        if row is None:
            return ()
        return (f"{row['number']}@etu.campus.example", f"{row['number']}@rescue.example")

    def set_one_time_password(self, account: str, secret: str) -> str:  # noqa: ARG002 - nothing real has a password
        if row_of(self.lookup, account) is None:
            raise Refused("This account no longer exists.", "account_gone")
        self._set(account, AccountWord.MUST_CHANGE)
        return ""

    def end_one_time_password(self, account: str, mark: str, instead: str) -> bool:  # noqa: ARG002
        row = row_of(self.lookup, account)
        if row is None:
            raise Refused("This account no longer exists.", "account_gone")
        if _word(row) is not AccountWord.MUST_CHANGE:
            return False
        self._set(account, AccountWord.EXPIRED)
        return True

    def check(self) -> None:
        row_of(self.lookup, "")

    def _set(self, account: str, word: AccountWord) -> None:
        try:
            self.set_account(account, word)
        except StoreAway as error:
            raise DirectoryAway(
                f"The account's state can't be changed. {error}", retry=error.retry
            ) from error


def _word(row: Row) -> AccountWord:
    return word_in(row, "account", AccountWord.UNKNOWN)
