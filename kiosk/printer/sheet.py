"""A ticket as a one-page PDF: letters and QR code look the same on every printer, whatever its set-up.

Source: ISO 32000-1; Courier and WinAnsiEncoding are in every reader, so nothing is embedded.
"""

from kiosk.printer.paper import windows_1252
from kiosk.printer.qr import modules

PAGE_WIDTH, PAGE_HEIGHT = 595, 842  # points; A4
MARGIN = 56
FONT_SIZE = 12  # at most; long lines get smaller letters
LETTER_WIDTH = 0.6  # of the size, every letter of Courier
LEADING = 15
MODULE = 3  # points a QR module: 35 mm for a ticket's code


def pdf_sheet(lines: list[str], qr: str) -> bytes:
    """Return the file: the QR code at the top, the lines below it, closer together when there are many."""
    code = modules(qr)
    below = PAGE_HEIGHT - MARGIN - len(code) * MODULE - 2 * LEADING
    leading = min(LEADING, (below - MARGIN) / max(1, len(lines)))
    return _document(_squares(code) + _text(lines, below, leading))


def _squares(code: list[list[bool]]) -> bytes:
    top = PAGE_HEIGHT - MARGIN - MODULE
    ink = (
        (MARGIN + x * MODULE, top - y * MODULE)
        for y, row in enumerate(code)
        for x, on in enumerate(row)
        if on
    )
    return "".join(f"{x} {y} {MODULE} {MODULE} re\n" for x, y in ink).encode() + b"f\n"


def _text(lines: list[str], top: int, leading: float) -> bytes:
    longest = max(map(len, lines), default=0) or 1
    size = min(FONT_SIZE, (PAGE_WIDTH - 2 * MARGIN) / (LETTER_WIDTH * longest))
    start = f"BT /F1 {size:.2f} Tf {leading:.2f} TL {MARGIN} {top} Td\n".encode()
    return start + b"".join(b"(" + _escaped(line) + b") Tj T*\n" for line in lines) + b"ET\n"


def _escaped(line: str) -> bytes:
    return windows_1252(line).replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def _document(content: bytes) -> bytes:
    page = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {PAGE_WIDTH} {PAGE_HEIGHT}] /Contents 4 0 R "
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        page.encode() + b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%sendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>",
    )
    return _numbered(objects)


def _numbered(objects: tuple[bytes, ...]) -> bytes:
    """Put the objects one after the other and the table of where each begins at the end."""
    file, begins = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", []
    for number, body in enumerate(objects, 1):
        begins.append(len(file))
        file += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    count = len(objects) + 1
    table = b"xref\n0 %d\n0000000000 65535 f \n" % count + b"".join(b"%010d 00000 n \n" % at for at in begins)
    return (
        file + table + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (count, len(file))
    )
