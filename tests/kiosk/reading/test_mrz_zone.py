import numpy as np
import pytest

from kiosk.reading import mrz_edges, mrz_mask
from kiosk.reading.mrz_measure import measure_line
from kiosk.reading.mrz_picture import look_closer, make_small
from kiosk.reading.mrz_strips import CAP_PX, STRIP_ROWS, TextLine, cut_line
from kiosk.reading.mrz_zone import Candidate, group, two_blocks
from kiosk.reading.opencv import cv2


def a_line(left, top, right, low, cap=20.0):
    return TextLine(np.array([left, top], float), np.array([right, low], float), cap)


def found(*lines):
    return [Candidate(line, 1.0) for line in lines]


def stripes(shape, left, right, top, low):
    """A white picture with upright black strokes, as text has them, in one band."""
    picture = np.full(shape, 255, np.uint8)
    for x in range(left, right, 12):
        picture[top:low, x : x + 4] = 0
    return picture


class TestGroup:
    def test_three_parallel_lines_are_one_zone(self):
        """Lines of one length, one above the other, are returned from the top."""
        lines = [a_line(100, y, 700, y) for y in (460, 500, 540)]

        zone = group(found(lines[2], lines[0], lines[1]))

        assert [460.0, 500.0, 540.0] == [line.start[1] for line in zone]

    def test_a_crossing_line_is_no_part_of_a_zone(self):
        """What is not parallel is left out."""
        level = [a_line(100, y, 700, y) for y in (460, 500)]

        zone = group(found(*level, a_line(150, 300, 650, 600)))

        assert level == zone

    def test_a_short_line_is_no_part_of_a_zone(self):
        """A heading above the zone is much shorter than its lines."""
        level = [a_line(100, y, 700, y) for y in (460, 500)]

        assert level == group(found(*level, a_line(100, 420, 300, 420)))

    def test_of_four_lines_the_three_even_ones_are_taken(self):
        """A line of other print above a zone stands at another distance."""
        level = [a_line(100, y, 700, y) for y in (460, 500, 540)]

        zone = group(found(a_line(100, 390, 660, 390), *level))

        assert level == zone

    def test_lines_of_a_zone_are_read_one_way(self):
        """Of upright lines a finder can't tell which end is first; one of them is turned."""
        zone = group(
            found(a_line(500, 100, 500, 600), a_line(541, 600, 540, 100), a_line(580, 600, 581, 100))
        )

        assert [1.0, 1.0, 1.0] == [round(float(zone[0].along @ line.along), 2) for line in zone]
        assert [580, 540, 500] == [round(float(line.end[0]), -1) for line in zone]

    def test_a_second_block_is_what_the_other_lines_make(self):
        """A page may bear more print than a zone, and longer."""
        zone = [a_line(100, y, 500, y) for y in (600, 640)]
        print_above = [a_line(100, y, 900, y) for y in (100, 140, 180)]
        first, second = two_blocks(found(*zone, *print_above))

        assert (print_above, zone) == (first, second)
        assert ([], []) == two_blocks([])

    def test_nothing_is_no_zone(self):
        """No candidates, no lines."""
        assert [] == group([])


class TestMask:
    def test_bars_of_a_mask_become_lines_in_frame_pixels(self):
        """Two bars of 100 cells are two lines of 800 pixels where a cell is 8 pixels wide."""
        mask = np.zeros((90, 160), np.float32)
        mask[60:62, 20:120] = mask[70:72, 20:120] = 0.9

        lines = [candidate.line for candidate in mrz_mask.find_lines(mask, 8.0)]

        assert [488.0, 568.0] == sorted(round(float(line.start[1])) for line in lines)
        assert all(abs(line.length - 800) < 16 for line in lines)

    @pytest.mark.parametrize(("down", "across"), [(0, 0), (3, 2), (70, 38), (76, 40)])
    def test_a_line_is_found_wherever_it_is_marked(self, down, across):
        """Up to the mask's edges, the same line in another place."""
        bar = np.zeros((90, 160), np.float32)
        bar[6:8, 10:110] = 0.9
        moved = np.zeros_like(bar)
        moved[6 + down : 8 + down, 10 + across : 110 + across] = 0.9

        (one,), (other,) = mrz_mask.find_lines(bar, 8.0), mrz_mask.find_lines(moved, 8.0)

        shift = np.array([across, down]) * 8.0
        assert np.allclose([one.line.start + shift, one.line.end + shift], [other.line.start, other.line.end])
        assert other.line.cap == pytest.approx(one.line.cap)

    def test_a_line_torn_by_glare_is_one_line(self):
        """A gap of a tenth of the line's length is bridged."""
        mask = np.zeros((90, 160), np.float32)
        mask[60:62, 20:80] = mask[60:62, 90:120] = 0.9

        candidates = mrz_mask.find_lines(mask, 8.0)

        assert 1 == len(candidates)
        assert candidates[0].line.length > 780

    def test_an_upright_bar_is_a_line_too(self):
        """A card held on its side shows its lines as columns."""
        mask = np.zeros((90, 160), np.float32)
        mask[5:85, 60:62] = 0.9

        (candidate,) = mrz_mask.find_lines(mask, 8.0)

        assert abs(candidate.line.along[1]) > 0.99

    def test_a_blob_is_no_line(self):
        """A portrait that lights up in the mask is not long and thin."""
        mask = np.zeros((90, 160), np.float32)
        mask[20:50, 20:50] = 0.9

        assert [] == mrz_mask.find_lines(mask, 8.0)

    def test_an_empty_mask_has_no_lines(self):
        """Nothing marked, nothing found."""
        empty = np.zeros((90, 160), np.float32)

        assert [] == mrz_mask.find_lines(empty, 8.0)
        assert mrz_mask.extent(empty, 0.0) is None

    def test_lines_of_a_part_are_where_they_are_in_the_frame(self):
        """The mask of a part begins where the part does."""
        mask, corner = np.zeros((90, 160), np.float32), np.array([300.0, 40.0])
        mask[60:62, 20:120] = 0.9

        (whole,), (part,) = mrz_mask.find_lines(mask, 8.0), mrz_mask.find_lines(mask, 8.0, corner=corner)

        assert np.allclose(
            [whole.line.start + corner, whole.line.end + corner], [part.line.start, part.line.end]
        )
        assert [[20, 60], [120, 62]] == [end.tolist() for end in mrz_mask.extent(mask, 0.5)]


class TestEdges:
    def test_bands_of_strokes_are_lines(self):
        """Two bands of upright strokes are found without any network."""
        picture = np.minimum(
            stripes((720, 1280), 200, 1000, 500, 520), stripes((720, 1280), 200, 1000, 550, 570)
        )

        zone = group(mrz_edges.find_lines(make_small(picture)))

        assert 2 == len(zone)
        assert all(abs(line.length - 800) < 40 for line in zone)

    def test_bands_in_a_part_are_where_they_are_in_the_frame(self):
        """It is looked at in its own pixels, and told in the frame's."""
        picture = np.minimum(
            stripes((720, 1280), 200, 1000, 500, 520), stripes((720, 1280), 200, 1000, 550, 570)
        )
        small = make_small(picture)
        part = look_closer(picture, small, np.array([80, 190]), np.array([400, 232]))

        whole, closer = (group(mrz_edges.find_lines(some)) for some in (small, part))

        assert (0, 0) < tuple(part.corner)
        assert [line.start[1] for line in whole] == pytest.approx([line.start[1] for line in closer], abs=3)
        assert all(abs(line.length - 800) < 40 for line in closer)

    def test_an_even_picture_has_no_lines(self):
        """Paper alone shows nothing."""
        assert [] == mrz_edges.find_lines(make_small(np.full((720, 1280), 200, np.uint8)))


class TestMeasure:
    @pytest.mark.parametrize("error", [-6, 0, 6])
    def test_a_line_found_too_high_or_low_is_put_right(self, error):
        """The middle and height of the strokes are measured in the full picture, to a pixel."""
        picture = stripes((300, 900), 50, 850, 140, 162)

        line = measure_line(picture, a_line(50, 150.5 + error, 850, 150.5 + error, cap=18))

        assert 150.5 == pytest.approx(line.start[1], abs=1.5)
        assert 150.5 == pytest.approx(line.end[1], abs=1.5)
        assert 22 == pytest.approx(line.cap, abs=3)

    def test_a_tilt_is_measured(self):
        """A line that falls by ten pixels is followed although it was found level."""
        turn = np.array([[1, 0, 0], [10 / 800, 1, 0]])
        picture = cv2.warpAffine(stripes((300, 900), 50, 850, 140, 162), turn, (900, 300), borderValue=255)

        line = measure_line(picture, a_line(50, 156, 850, 156, cap=22))

        assert 10 == pytest.approx(line.end[1] - line.start[1], abs=2.5)

    def test_where_nothing_is_printed_a_line_stays(self):
        """Blank paper gives no reason to move a line."""
        line = a_line(50, 150, 850, 150)

        measured = measure_line(np.full((300, 900), 200, np.uint8), line)

        assert line.cap == measured.cap
        assert np.array_equal(line.start, measured.start)


class TestStrips:
    def test_a_strip_has_the_capitals_height_that_the_network_knows(self):
        """A band of 30 pixels comes out 15 rows high, in the middle of the strip."""
        picture = stripes((300, 900), 50, 850, 135, 165)

        strip = cut_line(picture, a_line(50, 149.5, 850, 149.5, cap=30), 40, 640)

        inked = np.flatnonzero(strip.min(1) < 128)
        assert (STRIP_ROWS, 640) == strip.shape
        assert CAP_PX == pytest.approx(len(inked), abs=1)
        assert STRIP_ROWS / 2 - 0.5 == pytest.approx(inked.mean(), abs=1)

    def test_a_line_beyond_the_picture_is_cut_from_its_edge(self):
        """A line may run out of the frame; what is not there repeats what is."""
        strip = cut_line(np.full((50, 60), 7, np.uint8), a_line(-500, 400, 900, 420), 30, 512)

        assert (7, 7) == (strip.min(), strip.max())

    def test_a_turned_line_is_cut_upside_down(self):
        """The same line read the other way is the strip turned by 180 degrees, up to half a pixel."""
        picture = cv2.GaussianBlur(stripes((300, 900), 50, 450, 135, 165), (0, 0), 3)
        line = a_line(50, 149.5, 850, 149.5, cap=30)

        strip, turned = cut_line(picture, line, 40, 640), cut_line(picture, line.turned(), 40, 640)

        assert np.abs(strip.astype(int) - turned[::-1, ::-1]).mean() < 12
