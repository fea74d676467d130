"""A register kept in a dict, as a store keeps it in a table."""

from dataclasses import asdict, dataclass, field
from typing import NoReturn

from kiosk.errors import StoreAway
from tests.contracts.directory import PEOPLE


@dataclass
class KeptRegister:
    rows: dict[str, dict[str, str]] = field(
        default_factory=lambda: {person.number: asdict(person) for person in PEOPLE}
    )

    def register_entry(self, number: str) -> dict[str, str] | None:
        return self.rows.get(number)

    def set_register_account(self, number: str, account: str) -> None:
        self.rows[number] = {**self.rows[number], "account": account}


class LostRegister:
    def register_entry(self, number: str) -> NoReturn:
        raise StoreAway("The data folder can't be read.")

    def set_register_account(self, number: str, account: str) -> NoReturn:
        raise StoreAway("The data folder is full.")
