"""A row of the student register, as every backend keeps it. Pure."""

from collections.abc import Mapping

from kiosk.identity.register_columns import REGISTER_COLUMNS

NUMBER_TWICE = (
    "Two rows of the register have the same student number: nothing was taken in. Correct the file."
)


def register_row(row: Mapping[str, str], with_accounts: bool) -> dict[str, str]:
    """Return every column in order, empty where the row has none.

    with_accounts: keep the account states, which only a pretend directory has.
    """
    kept = {column: row.get(column, "") for column in REGISTER_COLUMNS}
    return kept if with_accounts else kept | {"account": ""}
