"""Get the text out of a register file, or say what the file is instead."""

import re
from pathlib import Path

from kiosk.errors import NotFound, Refused

LARGEST = 32 * 1024 * 1024  # bytes: some 300,000 students
WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # xlsx and ods, xls
SAVE_AS = 'in the spreadsheet, save as "CSV UTF-8"'


def read_text(path: Path) -> str:
    """Return the whole text, without a byte order mark. Raises NotFound, Refused."""
    content = _content(path)
    if len(content) > LARGEST:
        raise Refused(f"The file is larger than {LARGEST // 1024**2} MiB: is it the register?", "too_large")
    if content.startswith(WORKBOOKS):
        raise Refused(f"The file is a workbook, not a CSV file: {SAVE_AS}.", "workbook")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = _line_at(content, error.start)
        raise Refused(f"Line {line} is not written in UTF-8: {SAVE_AS}.", "encoding") from None


def _content(path: Path) -> bytes:
    if not path.exists():
        raise NotFound(f"There is no file {path}.", "no_file")
    if not path.is_file():
        raise Refused(f"{path} is not a file.", "not_a_file")
    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except OSError as error:
        raise Refused(f"The file {path} can't be read ({error.strerror}).", "unreadable_file") from error


def _line_at(content: bytes, offset: int) -> int:
    """Return the number, from 1, of the line that holds this byte."""
    return len(re.findall(rb"\r\n|\n|\r", content[:offset])) + 1
