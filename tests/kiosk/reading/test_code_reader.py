import numpy as np
import pytest

from kiosk.reading.code_reader import read_codes
from kiosk.reading.opencv import cv2
from kiosk.reading.symbology import Symbology
from tests.kiosk.reading.drawing import blurred, card, laid, symbol

ALL = frozenset({Symbology.CODE_128, Symbology.CODE_39, Symbology.ITF, Symbology.CODABAR, Symbology.QR})
BARS = [
    ("22371929", "Code128"),
    ("22371929", "Code39"),
    ("A22371929B", "Codabar"),
    ("20260022371929", "ITF"),
]


def texts(gray):
    return [code.text for code in read_codes(gray, ALL)]


def noisy(gray, strength):
    grain = np.random.default_rng(4).normal(0, strength, gray.shape)
    return np.clip(gray + grain, 0, 255).astype(np.uint8)


@pytest.mark.parametrize(("text", "name"), BARS)
def test_blurred_bars_are_sharpened(text, name):
    """A lens that has not found its distance yet."""
    assert [text] == texts(blurred(laid(card(symbol(text, name, scale=3))), 2.2))


@pytest.mark.parametrize(("text", "name"), BARS)
def test_noise_is_averaged_away(text, name):
    """A dim room: each row alone is noise, all of them together are not."""
    assert [text] == texts(noisy(laid(card(symbol(text, name))) // 4, 9))


@pytest.mark.parametrize(("text", "name"), [*BARS, ("https://esc.gg/22371929", "QRCode")])
def test_a_bright_card_before_a_dark_room_is_not_burnt_out(text, name):
    """The picture as a whole is dark, and the card is not: it has faint print on white, and needs no light."""
    code = symbol(text, name, scale=4 if name == "QRCode" else 2, rows=60)
    assert [text] == texts(noisy(before(5, card(code, size=(420, 300)) * 0.5 + 110), 1.5))


def test_a_card_that_fills_a_large_picture_is_read_and_its_place_told():
    """A photograph: bars of nine cells."""
    gray = np.full((1080, 1920), 250, np.uint8)
    code = symbol("22258978", scale=18, rows=300)
    gray[600 : 600 + len(code), 60 : 60 + code.shape[1]] = np.minimum(code, 250)
    (found,) = read_codes(gray, ALL)
    assert found.text == "22258978"
    assert (60 < found.corners[:, 0]).all()
    assert found.corners[:, 0].max() == pytest.approx(60 + code.shape[1], abs=260)
    assert 600 - 60 < found.corners[:, 1].mean() < 600 + len(code) + 60


def test_wide_bars_are_dark_but_lie_in_no_shade():
    """A picture of a card alone, as large as it gets: bars of five cells, with narrow ones beside them."""
    gray = np.full((864, 1370), 252, np.uint8)
    gray[:216] = 68
    code = symbol("22258978", scale=10, rows=150)
    gray[620 : 620 + len(code), 340 : 340 + code.shape[1]] = np.minimum(code, 252)
    assert texts(gray) == ["22258978"]


@pytest.mark.parametrize(("text", "name"), [*BARS, ("https://esc.gg/22371929", "QRCode")])
def test_a_card_in_its_own_shade_before_a_window_is_read(text, name):
    """Its edges against the sky are far stronger than its bars, and near them."""
    code = symbol(text, name, scale=4 if name == "QRCode" else 3, rows=60)
    assert [text] == texts(noisy(before(250, card(code) * 0.12), 1.5))


def before(room_light, held):
    """A card held before an even background, its edge near the bars."""
    frame = np.full((720, 1280), room_light, np.float32)
    rows, columns = held.shape
    frame[200 : 200 + rows, 300 : 300 + columns] = held
    return frame


def test_a_reflection_across_the_bars_leaves_what_it_does_not_burn_out():
    """Each column is read where it is still to be seen."""
    gray = laid(card(symbol("22371929", rows=90)))
    cv2.line(gray, (300, 520), (800, 560), 255, 26)
    assert ["22371929"] == texts(gray)


def test_bars_that_are_covered_at_one_end_are_not_read():
    """Half of a code is none, and never another."""
    gray = laid(card(symbol("22371929")))
    gray[:, 480:] = 90
    assert [] == texts(gray)


def test_two_cards_side_by_side_give_both_codes():
    """Nobody knows which is meant; the one that is read first must not hide the other."""
    gray = laid(card(symbol("22371929", scale=2), size=(420, 260)))
    gray = np.roll(gray, -300, 1)
    gray[:, 640:] = np.roll(laid(card(symbol("22371930", scale=2), size=(420, 260))), 300, 1)[:, 640:]
    assert {"22371929", "22371930"} == set(texts(gray))


def test_a_dim_square_is_read():
    """What little light there is is spread."""
    assert ["https://esc.gg/x"] == texts(laid(card(symbol("https://esc.gg/x", "QRCode", scale=5))) // 14)


def test_a_square_with_a_veil_over_a_corner_is_read():
    """Light is evened out around each pixel."""
    gray = laid(card(symbol("https://esc.gg/x", "QRCode", scale=5))).astype(np.float32)
    y, x = np.mgrid[0:720, 0:1280]
    veil = 150 * np.exp(-(((x - 420) / 60) ** 2 + ((y - 500) / 60) ** 2))
    assert ["https://esc.gg/x"] == texts(np.clip(gray + veil, 0, 255).astype(np.uint8))


def test_a_blind_is_no_code():
    """Bars of one width say nothing."""
    gray = np.repeat(np.tile(np.repeat(np.array([40, 210], np.uint8), 9), 72)[None, :1280], 720, 0)
    assert [] == texts(np.ascontiguousarray(gray))


@pytest.mark.parametrize(("text", "name"), BARS[:3])
@pytest.mark.parametrize("beside", [4, 8, 14])
def test_the_edge_of_a_shadow_beside_the_bars_is_no_bar(text, name, beside):
    """It falls where only paper should be."""
    gray = laid(card(symbol(text, name)))
    last = np.flatnonzero(gray[530] < 60)[-1]
    gray[:, last + beside :] //= 3
    assert [text] == texts(blurred(gray, 0.8))
