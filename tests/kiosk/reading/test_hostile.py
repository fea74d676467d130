"""Whatever is shown: no crash, and an honest "nothing read"."""

from datetime import date

import numpy as np
import pytest
import segno
import zxingcpp
from hypothesis import given
from hypothesis import strategies as some
from hypothesis.extra.numpy import array_shapes, arrays

from kiosk.reading.card import DEFAULT_RULES, CardKind, understand_code
from kiosk.reading.document_reader import Trust, understand
from kiosk.reading.frame import Frame
from kiosk.reading.frame_reader import FrameReader
from kiosk.reading.mrz.alphabet import ALPHABET
from kiosk.reading.mrz.parse import parse
from kiosk.reading.mrz_decode import decode
from kiosk.reading.mrz_ocr import MrzReader
from kiosk.reading.mrz_slots import Slots
from kiosk.reading.steady import DocumentSteady
from kiosk.reading.symbology import Code, Symbology
from tests.kiosk.reading.drawing import symbol
from tests.kiosk.reading.zones import PASSPORT, zone

pytestmark = pytest.mark.fuzz

TODAY = date(2026, 11, 23)
DEPTHS = (np.uint8, np.uint16, np.int32, np.float32, np.float64, np.bool_)
RTL, NUL = "\u202e", "\0"

depths = some.sampled_from(DEPTHS)
shapes = array_shapes(min_dims=1, max_dims=4, min_side=0, max_side=70)
pictures = depths.flatmap(lambda depth: arrays(depth, shapes))
characters = some.text(some.characters(max_codepoint=0x2FFF), max_size=100)


@pytest.fixture(scope="module")
def reader():
    """Return the reader that the terminal has."""
    return FrameReader(MrzReader(), today=lambda: TODAY)


def picture_of(kind: str) -> np.ndarray:
    """Return a picture that nobody would show on purpose."""
    random = np.random.default_rng(7)
    rows, columns = np.mgrid[:720, :1280]
    return {
        "one pixel": np.zeros((1, 1, 3), np.uint8),
        "a thread": np.full((10, 20_000, 3), 255, np.uint8),
        "a rope": np.full((20_000, 10, 3), 255, np.uint8),
        "black": np.zeros((720, 1280, 3), np.uint8),
        "white": np.full((720, 1280, 3), 255, np.uint8),
        "noise": random.integers(0, 256, (720, 1280, 3), np.uint8),
        "bars": np.repeat(((columns // 3) % 2 * 255).astype(np.uint8)[..., None], 3, 2),
        "a chessboard": np.repeat(((columns // 8 + rows // 8) % 2 * 255).astype(np.uint8)[..., None], 3, 2),
        "grey with alpha": random.integers(0, 256, (300, 400, 2), np.uint8),
        "seven channels": random.integers(0, 256, (300, 400, 7), np.uint8),
        "no pixels": np.zeros((0, 400, 3), np.uint8),
        "not a number": np.full((300, 400, 3), np.nan, np.float32),
        "light beyond measure": np.full((300, 400, 3), 7e305),
    }[kind]


@pytest.mark.parametrize(
    "kind",
    [
        "one pixel", "a thread", "a rope", "black", "white", "noise", "bars", "a chessboard", "grey with alpha",
        "seven channels", "no pixels", "not a number", "light beyond measure",
    ],
)  # fmt: skip
def test_a_strange_picture_shows_nothing(reader, kind):
    """Neither a student number nor a document."""
    reading = reader.read(Frame(picture_of(kind)))

    assert not [code for code in reading.codes if code.student_number]
    assert reading.document is None or not reading.document.valid


@given(pixels=pictures)
def test_pixels_of_any_make_are_read_or_not(reader, pixels):
    """Any depth, any number of channels and axes, empty ones too."""
    reading = reader.read(Frame(pixels))

    assert reading.document is None


@pytest.mark.parametrize("name", ["QRCode", "Code128"])
def test_a_thousand_codes_are_one_number(reader, name):
    """However often it stands there. The frame is as large as any is made."""
    code = symbol("22371929", name, scale=1, rows=20)
    rows, columns = (1920 // side for side in code.shape)
    reading = reader.read(Frame(np.tile(code, (rows, columns))))

    assert {"22371929"} >= {code.student_number for code in reading.codes}
    assert rows * columns > 500


@pytest.mark.parametrize(
    "text",
    ["A" * 2900, f"2237{NUL}1929", f"{RTL}92917322", "2237\n1929", "٢٢٣٧١٩٢٩", "https://esc.gg/../22371929",
     "MK1:" + "x" * 2000],
    ids=["long", "NUL", "right to left", "line break", "Arabic digits", "a path", "no ticket"],
)  # fmt: skip
def test_a_square_code_says_what_it_likes_and_is_no_number(reader, text):
    """Read or not, it doesn't become a student number, a ticket or a European card."""
    made = np.array(list(segno.make(text, error="l", micro=False).matrix_iter(scale=6, border=4)), np.uint8)
    reading = reader.read(Frame(np.where(made, 0, 255).astype(np.uint8)))

    assert {CardKind.OTHER} >= {code.kind for code in reading.codes}


@pytest.mark.parametrize(
    "text", ["22371929" * 118, NUL * 940, f"{RTL}92917322" * 85], ids=["long", "NUL", "right to left"]
)
@pytest.mark.parametrize("name", ["QRCode", "DataMatrix", "PDF417", "Aztec"])
def test_a_square_code_as_full_as_can_be_is_no_number(reader, name, text):
    """PDF417 holds the least of NULs and of turned text; all are given as much."""
    made = zxingcpp.create_barcode(text, getattr(zxingcpp.BarcodeFormat, name))
    picture = np.array(zxingcpp.write_barcode_to_image(made, scale=3, add_quiet_zones=True))
    reading = reader.read(Frame(picture))

    assert {CardKind.OTHER} >= {code.kind for code in reading.codes}
    assert reading.document is None


@given(symbology=some.sampled_from(Symbology), text=characters)
def test_any_text_of_a_code_is_understood(symbology, text):
    """A number is eight ASCII digits of the text, or there is none."""
    card = understand_code(Code(symbology, text, ((0.0, 0.0),) * 4), DEFAULT_RULES)

    assert card.student_number is None or (card.student_number in text and card.student_number.isascii())
    assert (card.student_number is None) or (card.student_number.isdigit() and 8 == len(card.student_number))


@given(lines=some.lists(some.one_of(characters, some.text(ALPHABET, min_size=29, max_size=45)), max_size=4))
def test_any_lines_are_parsed_or_not(lines):
    """Lines that no format has are no zone."""
    found = parse(lines, today=TODAY)

    assert found is None or list(found.lines) == lines


@given(seed=some.integers(0, 2**32 - 1), count=some.integers(1, 3), length=some.integers(1, 60))
def test_any_scores_are_decoded_or_not(seed, count, length):
    """Scores of noise, of any number of lines and columns."""
    random = np.random.default_rng(seed)
    chances = [random.dirichlet(np.ones(38), 3 * length).T.astype(np.float32) for _ in range(count)]
    slots = [Slots(np.arange(length) * 3.0, random.dirichlet(np.ones(37), length)) for _ in range(count)]

    decoded = decode(chances, slots)

    assert decoded is None or len(decoded.lines) == count


@given(data=some.data())
def test_any_sitting_accepts_only_what_was_seen(data):
    """Right and damaged zones in any order: what is accepted is the document, or nothing."""
    steady = DocumentSteady(Trust(0.97))
    for number in range(data.draw(some.integers(1, 12))):
        lines = [list(line) for line in PASSPORT]
        for _ in range(data.draw(some.integers(0, 4))):
            row, place = data.draw(some.integers(0, 1)), data.draw(some.integers(0, 43))
            lines[row][place] = data.draw(some.sampled_from(ALPHABET))
        shown = tuple("".join(line) for line in lines)
        sure = data.draw(some.sampled_from((0.6, 0.9, 0.93, 0.99)))
        accepted = steady.feed(zone(shown, sure=sure), bytes([number]), today=TODAY)
        assert accepted is None or understand(zone(accepted.document.lines), Trust(), today=TODAY).valid
