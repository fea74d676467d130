from dataclasses import replace

import numpy as np
import pytest

from kiosk.errors import ModelAway
from kiosk.reading.models import Models, load_models
from kiosk.reading.mrz_ocr import MrzReader
from kiosk.reading.opencv import cv2
from kiosk.reading.zone_text import Sighting
from tests.kiosk.reading.drawing import zone_frame

TD3 = ("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10")
TD1 = ("I<UTOD231458907<<<<<<<<<<<<<<<", "7408122F1204159UTO<<<<<<<<<<<6", "ERIKSSON<<ANNA<MARIA<<<<<<<<<<")
TD2 = ("I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "D231458907UTO7408122F1204159<<<<<<<6")
FRA = ("IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<", "8806923102858CORINNE<<<<<<<6512068F6")
MRVA = ("V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L8988901C4XXX4009078F96121096ZE184226B<<<<<<")
MRVB = ("V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "L8988901C4XXX4009078F9612109<<<<<<<<")

PRINT = ("QF7HWD<0PX41NNB9UL<2KE8QF7HWD<", "ZX2LRFMWFHUPQGLUJMGKLOLZX2LRFM", "B5KLDGA<8DX77NSQTFXRMA0B5KLDGA")


@pytest.mark.parametrize("lines", [TD3, TD1, TD2, FRA, MRVA, MRVB])
def test_a_clear_card_is_read(reader, lines):
    """Every format, as printed."""
    text = reader.read(zone_frame(lines))

    assert lines == text.lines
    assert not text.repaired


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_a_turned_card_is_read(reader, quarters):
    """People hold cards in any direction."""
    frame = np.ascontiguousarray(np.rot90(zone_frame(TD1, width=560), quarters))

    assert TD1 == reader.read(frame).lines


def test_a_zone_is_alone_unless_another_is_marked(reader):
    """Only then must the frame be looked at once more."""
    card = zone_frame(TD1, width=560)
    small = cv2.resize(card, (640, 360), interpolation=cv2.INTER_AREA)
    two = np.vstack([np.hstack([small, small]), np.full((360, 1280), 90, np.uint8)])

    assert reader.read(card).is_alone
    assert not reader.read(cv2.resize(two, (2560, 1440))).is_alone


def test_other_print_that_looks_like_a_zone_hides_none(reader):
    """What is printed larger beside it is looked at first, and says nothing."""
    frame = zone_frame(TD1, width=560)
    frame[:300] = zone_frame(PRINT)[360:660]

    assert TD1 == reader.read(frame).lines


@pytest.mark.parametrize("degrees", [15, 35, 45, -45, 55, 135, 225])
def test_a_card_is_read_however_it_lies(reader, degrees):
    """No direction is better than another."""
    turn = cv2.getRotationMatrix2D((640, 540), degrees, 0.8)
    turn[1, 2] -= 180
    frame = cv2.warpAffine(zone_frame(TD2), turn, (1280, 720), borderValue=90)

    assert TD2 == reader.read(frame).lines


def test_corners_of_a_card_that_lies_askew_are_the_frames_own(reader):
    """They are told in its pixels, whichever way it was held."""
    turn = cv2.getRotationMatrix2D((640, 540), 45, 0.8)
    turn[1, 2] -= 180
    level = reader.read(zone_frame(TD2))
    text = reader.read(cv2.warpAffine(zone_frame(TD2), turn, (1280, 720), borderValue=90))

    assert text.corners == pytest.approx(level.corners @ turn[:, :2].T + turn[:, 2], abs=8)
    assert text.is_alone


@pytest.mark.parametrize(("lines", "pitch"), [(TD1, 8.5), (TD2, 8.5), (TD3, 8.5)])
def test_a_card_far_away_is_looked_at_closely(reader, lines, pitch):
    """At a glance it is marked faintly, if at all; its corners are told in the frame's pixels."""
    zoom = pitch * len(lines[0]) / 760
    far = cv2.resize(zone_frame(lines), None, fx=zoom, fy=zoom, interpolation=cv2.INTER_AREA)
    frame = np.full((720, 1280), 90, np.uint8)
    frame[-far.shape[0] :, -far.shape[1] :] = far

    text = reader.read(frame)

    assert lines == text.lines
    assert text.corners[2] == pytest.approx((1280 - 260 * zoom, 720 - 120 * zoom), abs=10)


def test_a_dim_frame_is_read(reader):
    """A quarter of the light leaves enough contrast."""
    assert TD3 == reader.read(zone_frame(TD3) // 4).lines


@pytest.mark.parametrize("cut", [np.s_[:, 275:], np.s_[:, :1000], np.s_[:586]])
def test_a_zone_that_is_partly_out_of_sight_is_not_guessed(reader, cut):
    """The first column, the last one, or the feet of the last line are beyond the frame's edge."""
    text = reader.read(np.ascontiguousarray(zone_frame(TD3)[cut]))

    assert text is None or TD3 == text.lines


@pytest.mark.parametrize("characters", [36, 36.25, 37, 37.5, 38, 39, 39.5])
def test_the_beginning_of_a_long_visa_is_no_short_one(reader, characters):
    """No digit covers a visa's lines whole: their first 36 characters are a short one's, and all digits hold."""
    edge = round(260 + characters * 760 / 44)

    assert reader.read(np.ascontiguousarray(zone_frame(MRVA)[:, :edge])) is None


@pytest.mark.parametrize("light", [20, 110, 255])
@pytest.mark.parametrize("characters", [36, 36.25, 37, 38.5])
def test_a_long_visa_under_a_hand_is_no_short_one(reader, characters, light):
    """Whatever lies over its end is darker or lighter than its paper."""
    frame, edge = zone_frame(MRVA), round(260 + characters * 760 / 44)
    frame[500:660, edge:] = light

    assert reader.read(frame) is None


def test_a_visa_that_may_go_on_is_told_from_none(reader):
    """Whoever holds it so is asked for all of it."""
    frame = zone_frame(MRVB)
    frame[500:660, 1024:] = 20

    assert Sighting(None, is_cut=True) == reader.look(frame)


def test_what_lies_over_the_end_of_other_documents_is_read_over(reader):
    """A digit over the whole tells that nothing is missing."""
    frame = zone_frame(TD2)
    frame[500:660, 1024:] = 20

    assert TD2 == reader.read(frame).lines


def test_a_short_visa_needs_little_paper_behind_it(reader):
    """A character's width tells that it ends."""
    assert MRVB == reader.read(np.ascontiguousarray(zone_frame(MRVB)[:, : 1020 + 21])).lines


@pytest.mark.parametrize(
    ("lines", "cut"),
    [(TD3, np.s_[:, 480:]), (TD3, np.s_[:, :800]), (TD1, np.s_[:560]), (TD3, np.s_[:, 480:800])],
    ids=["left", "right", "low", "both"],
)
def test_lines_that_run_out_of_the_picture_are_known_for_what_they_are(reader, lines, cut):
    """A quarter of them is gone, or one of three lines: not another side, and nothing to be guessed."""
    assert Sighting(None, is_cut=True) == reader.look(np.ascontiguousarray(zone_frame(lines)[cut]))


@pytest.mark.parametrize("frame", [np.full((720, 1280), 120, np.uint8), zone_frame(("UT2J",) * 3)])
def test_a_picture_without_a_zone_shows_none_that_is_cut(reader, frame):
    """A bare table, and a card with large print."""
    assert Sighting(None) == reader.look(frame)


def test_posteriors_are_one_row_a_character(reader):
    """Rows sum to one, and the likeliest characters are the text."""
    text = reader.read(zone_frame(TD3))

    assert [((44, 37), np.float32)] * 2 == [(p.shape, p.dtype) for p in text.posteriors]
    assert np.allclose(1, [p.sum(1) for p in text.posteriors], atol=1e-5)


@pytest.mark.parametrize(("quarters", "corner"), [(0, (260, 581)), (2, (1020, 139))])
def test_corners_begin_at_the_texts_own_top_left(reader, quarters, corner):
    """On an upside-down card the first corner is at the lower right of the frame."""
    text = reader.read(np.ascontiguousarray(np.rot90(zone_frame(TD2), quarters)))

    height = 2.5 * 760 / 36
    expected = (corner[0], corner[1] - height if quarters == 0 else corner[1] + height)
    assert expected == pytest.approx(tuple(text.corners[0]), abs=12)


@pytest.mark.parametrize(
    "shape",
    [
        (1, 1),
        (10, 20_000),
        (20_000, 10),
        (39, 2000),
        (720, 1280),
        (64, 9000),
        (40, 40),
        (41, 47),
        (40, 20_000),
        (20_000, 40),
    ],
)
def test_a_picture_of_nothing_says_nothing(reader, shape):
    """Black pictures of any shape: no error, no text."""
    assert reader.read(np.zeros(shape, np.uint8)) is None


@pytest.mark.parametrize("seed", range(4))
def test_noise_says_nothing(reader, seed):
    """A sensor in the dark shows noise, and noise is no document."""
    noise = np.random.default_rng(seed).integers(0, 256, (720, 1280), np.uint8)

    assert reader.read(noise) is None


@pytest.mark.parametrize("seed", range(8))
def test_bars_text_and_torn_cards_break_nothing(reader, seed):
    """Whatever a picture shows, what comes back is well formed or nothing."""
    rng = np.random.default_rng(seed)
    picture = zone_frame(TD1 if seed % 2 else TD3)
    for _ in range(6):
        left, top = rng.integers(0, 1200), rng.integers(0, 680)
        picture[top : top + rng.integers(1, 300), left :: rng.integers(1, 30)] = rng.integers(0, 256)
    height, width = rng.integers(40, 720), rng.integers(40, 1280)

    text = reader.read(picture[-height:, :width])

    if text is not None:
        assert [(len(line), 37) for line in text.lines] == [p.shape for p in text.posteriors]
        assert np.isfinite(text.corners).all()


@pytest.mark.parametrize(
    ("shape", "kind"), [((720, 1280, 3), np.uint8), ((720, 1280), np.float64), ((0, 0), np.uint8)]
)
def test_what_is_no_grey_picture_says_nothing(reader, shape, kind):
    """Three planes, other numbers or no pixels at all: nothing is read, nothing breaks."""
    assert reader.read(np.zeros(shape, kind)) is None


def test_a_large_scan_is_read(reader):
    """A picture of 20 megapixels is made smaller first, and the corners are told in its own pixels."""
    scan = cv2.resize(zone_frame(TD3), None, fx=4.5, fy=4.5, interpolation=cv2.INTER_CUBIC)

    text = reader.read(scan)

    assert TD3 == text.lines
    assert 260 * 4.5 == pytest.approx(text.corners[0][0], abs=50)


def test_what_the_quick_network_doubts_the_careful_one_reads(reader):
    """Blurred so far, the quick one alone misreads the number, whose check digit fails."""
    frame = cv2.GaussianBlur(zone_frame(TD3, width=600), (0, 0), 2.8)
    models = load_models()
    alone = MrzReader(replace(models, wide_reader=models.reader))

    assert (True, False) == tuple(TD3 == each.read(frame).lines for each in (reader, alone))


def test_what_the_quick_network_is_sure_of_is_read_once():
    """A clear frame doesn't pay for a second network: one that can't run is never asked."""
    models = load_models()
    reader = MrzReader(replace(models, wide_reader=models.finder))

    assert TD3 == reader.read(zone_frame(TD3)).lines


def test_what_can_hardly_be_a_zone_is_read_once_as_well():
    """Print out of focus that no check digit speaks for: care never made a zone of its like."""
    models = load_models()
    reader = MrzReader(replace(models, wide_reader=models.finder))

    assert reader.read(cv2.GaussianBlur(zone_frame(PRINT), (0, 0), 3)) is not None


def test_bytes_that_are_no_network_are_out_of_service():
    """A broken model says so at the start, not at the first card."""
    with pytest.raises(ModelAway):
        MrzReader(Models(finder=b"x", reader=b"y", wide_reader=b"z"))
