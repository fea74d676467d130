"""Barcodes as rows of modules, drawn on a sheet so that every module is a whole number of pixels."""

import numpy as np
import zxingcpp
from PIL import Image

from kiosk.demo.sheet import Sheet


def code_128(text: str) -> Image.Image:
    """Return a Code 128 one row high, one pixel a module, without quiet zones."""
    symbol = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.Code128)
    modules = np.array(zxingcpp.write_barcode_to_image(symbol, scale=1, add_quiet_zones=False))
    return Image.fromarray(modules[:1])


def qr_code(text: str) -> Image.Image:
    """Return a QR code of medium error correction, one pixel a module, without quiet zone."""
    symbol = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    return Image.fromarray(np.array(zxingcpp.write_barcode_to_image(symbol, scale=1, add_quiet_zones=False)))


def place(
    sheet: Sheet, symbol: Image.Image, *, x: float, y: float, width: float, height: float | None = None
) -> None:
    """Lay a symbol at x, y, at most `width` millimetres wide; square unless a height is given."""
    module = max(1, int(width * sheet.px_per_mm / symbol.width))
    rows = symbol.height * module if height is None else round(height * sheet.px_per_mm)
    grown = symbol.resize((symbol.width * module, rows), Image.Resampling.NEAREST)
    sheet.image.paste(grown.convert("RGB"), (round(x * sheet.px_per_mm), round(y * sheet.px_per_mm)))
