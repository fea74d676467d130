"""Whether the check digits of lines hold."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from kiosk.reading.document import Field
from kiosk.reading.mrz.alphabet import FILLER
from kiosk.reading.mrz.check_digit import check_digit
from kiosk.reading.mrz.layout import CheckGroup, Layout


def check_all(layout: Layout, lines: Sequence[str]) -> Mapping[Field, bool]:
    """Return each check digit's outcome. Raises Unreadable for a character that no zone holds."""
    return MappingProxyType({group.field: holds(group, lines) for group in layout.check_groups(lines)})


def holds(group: CheckGroup, lines: Sequence[str]) -> bool:
    """Return True if the digit is that of what it protects."""
    protected, digit = group.protected(lines), group.digit.of(lines)
    if digit == FILLER:
        return group.may_be_filler and not protected.strip(FILLER)
    return digit == str(check_digit(protected))
