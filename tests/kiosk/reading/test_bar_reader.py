import numpy as np
import pytest

from kiosk.reading import bar_reader
from kiosk.reading.bar_finder import BarMap, find_bars
from kiosk.reading.bar_reader import read_bars
from kiosk.reading.edge_map import edge_map
from kiosk.reading.symbology import Code, Symbology
from tests.kiosk.reading.drawing import card, laid, symbol

LINEAR = (Symbology.CODE_128, Symbology.CODE_39, Symbology.ITF, Symbology.CODABAR, Symbology.EAN_13)


@pytest.mark.parametrize(
    ("by_zxing", "by_zbar", "read"),
    [
        ((), ("07543277",), ()),
        (("07543277",), (), ()),
        (("52543277",), ("07543277",), ()),
        (("52543277",), ("52543277",), ("52543277",)),
    ],
)
def test_rows_alone_say_what_both_readers_find(monkeypatch, by_zxing, by_zbar, read):
    """One row of a code out of focus passed its check digit with another text."""
    gray = laid(card(symbol("22371929")))
    (bars, *_) = find_bars(BarMap(edge_map(gray)))

    def said(texts):
        return tuple(Code(Symbology.CODE_128, text, np.zeros((4, 2), np.float32)) for text in texts)

    monkeypatch.setattr(bar_reader, "from_profile", lambda *_: iter(()))
    monkeypatch.setattr(bar_reader, "read_with_zxing", lambda *_, **__: said(by_zxing))
    monkeypatch.setattr(bar_reader, "read_with_zbar", lambda *_: said(by_zbar))

    assert read == tuple(code.text for code in read_bars(gray, bars, LINEAR))
