import numpy as np
import pytest

from kiosk.reading.document import DocumentFormat
from kiosk.reading.mrz.alphabet import ALPHABET
from kiosk.reading.mrz_confidence import LEAST_VALID, confidence
from kiosk.reading.mrz_decode import decode as decode_chances
from kiosk.reading.mrz_decode import decode_as, read
from kiosk.reading.mrz_repair import repair
from kiosk.reading.mrz_slots import find_slots, probabilities

# Source: ICAO Doc 9303-4, -5, -6; the French card and the visas are FACTS' vectors V05, V08 and V09.
TD3 = ("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10")
TD2 = ("I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "D231458907UTO7408122F1204159<<<<<<<6")
TD1 = ("I<UTOD231458907<<<<<<<<<<<<<<<", "7408122F1204159UTO<<<<<<<<<<<6", "ERIKSSON<<ANNA<MARIA<<<<<<<<<<")
FRA = ("IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<", "8806923102858CORINNE<<<<<<<6512068F6")
MRVB = ("V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "L8988901C4XXX4009078F9612109<<<<<<<<")
LICENCE = ("D1FRA13AA000026181231MARTIN<<9",)
PITCH = {30: 3.25, 36: 3.6, 44: 2.95}
BLANK = 37


def scores_of(lines, steps=160, first=10.0):
    """What a network that is quite sure says of lines: (lines, 38, steps)."""
    scores = np.zeros((len(lines), 38, steps), np.float32)
    scores[:, BLANK] = 6
    for line, text in enumerate(lines):
        for number, character in enumerate(text):
            write(scores, line, first + number * PITCH[len(text)], character)
    return scores


def decode(scores):
    chances = [probabilities(line) for line in scores]
    return decode_chances(chances, [find_slots(line) for line in chances])


def write(scores, line, place, character, height=9.0):
    """Let one step say a character."""
    scores[line, ALPHABET.index(character), round(place)] = height


def place_of(number, length, first=10.0):
    return round(first + number * PITCH[length])


def doubt(scores, line, column, length, other, height):
    """Let a character's step also say another one."""
    scores[line, ALPHABET.index(other), place_of(column, length)] = height


def silence(scores, line, column, length):
    """Take a character's voice away."""
    step = place_of(column, length)
    scores[line, :BLANK, step] = 0


@pytest.mark.parametrize("lines", [TD3, TD2, TD1, FRA, MRVB, LICENCE])
def test_clear_lines_are_read_as_they_are(lines):
    """Every format comes out as printed, with its check digits holding."""
    decoded = decode(scores_of(lines))

    assert lines == decoded.lines
    assert decoded.holds


@pytest.mark.parametrize(
    ("lines", "form"),
    [
        (TD3, DocumentFormat.TD3),
        (TD2, DocumentFormat.TD2),
        (TD1, DocumentFormat.TD1),
        (FRA, DocumentFormat.FRA),
        (MRVB, DocumentFormat.MRVB),
        (LICENCE, DocumentFormat.LICENCE),
    ],
)
def test_a_format_is_told_by_lines_and_length(lines, form):
    """The old French card is no TD2 although it is as long; a visa says V."""
    assert form is decode(scores_of(lines)).layout.format


def test_a_french_visa_is_no_french_card():
    """VDFRA has four letters in common with IDFRA, and no composite at its end."""
    lines = ("VDFRADUBOIS<<LOZI<CEXY<<<<<<<<<<<<<<", "0751241<<0FRA6103132M1809211<<<<<<<<")

    decoded = decode(scores_of(lines))

    assert (DocumentFormat.MRVB, lines) == (decoded.layout.format, decoded.lines)


def test_posteriors_are_probabilities():
    """Rows of every line sum to one."""
    decoded = decode(scores_of(TD3))

    assert [(44, 37), (44, 37)] == [slots.posteriors.shape for slots in decoded.slots]
    assert np.allclose(1, [slots.posteriors.sum(1) for slots in decoded.slots])


def test_a_lost_filler_is_given_back_by_the_grid():
    """Where the network saw nothing, an evenly spaced place remains."""
    scores = scores_of(TD3)
    silence(scores, 0, 30, 44)

    assert TD3 == decode(scores).lines


def test_an_invented_character_is_dropped_by_the_grid():
    """What stands between two places is no character."""
    scores = scores_of(TD3)
    write(scores, 0, place_of(33, 44) + 2, "C", 7.5)

    assert TD3 == decode(scores).lines


def test_dirt_behind_the_last_character_is_dropped():
    """A 45th character is none: the line has 44 places on the grid that its neighbours share."""
    scores = scores_of(TD2)
    write(scores, 1, 10 + 38 * PITCH[36], "I", 6.5)

    assert TD2 == decode(scores).lines


@pytest.mark.parametrize(("place", "character"), [(1, "I"), (156, "4")])
def test_what_stands_far_outside_a_line_is_no_part_of_it(place, character):
    """The edge of a card, a few characters away, looks like a letter to the network."""
    scores = scores_of(TD2, first=16.0)
    write(scores, 0, place, character)
    write(scores, 1, place, character)

    assert TD2 == decode(scores).lines


def test_a_long_line_is_never_cut_to_a_short_one():
    """The check digits of the first 36 columns hold, and yet 44 places are 44 places."""
    lines = ("V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L8988901C4XXX4009078F9612109<<<<<<<<<<<<<<<<")
    scores = scores_of(lines)
    silence(scores, 0, 40, 44)

    assert [44, 44] == [len(line) for line in decode(scores).lines]


@pytest.mark.parametrize(("printed", "seen", "column"), [("1", "I", 15), ("0", "O", 16), ("2", "Z", 17)])
def test_a_letter_in_a_date_is_the_digit_that_looks_like_it(printed, seen, column):
    """A birth date holds digits only, so the second thought counts there."""
    lines = (TD3[0], "L898902C36UTO7410222F1204159ZE184226B<<<<<10")
    scores = scores_of(lines)
    write(scores, 1, place_of(column, 44), printed, 7.0)
    doubt(scores, 1, column, 44, seen, 9.0)

    assert printed == decode(scores).lines[1][column]


def test_a_digit_where_only_letters_may_stand_leaves_doubt():
    """Nothing that was seen is allowed there: no character gets a high posterior."""
    scores = scores_of(TD3)
    write(scores, 0, place_of(7, 44), "I", 0)
    doubt(scores, 0, 7, 44, "1", 11.0)

    assert decode(scores).slots[0].posteriors[7].max() < 0.7


def test_a_state_that_exists_is_preferred():
    """UTO and UTQ look alike; only one of them issues documents."""
    scores = scores_of(TD3)
    doubt(scores, 0, 4, 44, "Q", 9.5)

    assert "UTO" == decode(scores).lines[0][2:5]


def test_a_state_nobody_knows_is_read_as_printed_if_it_is_clear():
    """Specimens bear codes that no list holds."""
    lines = ("P<BDRERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", TD3[1])

    assert "BDR" == decode(scores_of(lines)).lines[0][2:5]


@pytest.mark.parametrize("length", [5, 12, 25])
def test_lines_of_no_format_are_nothing(length):
    """Two lines of another length are a page of text."""
    scores = np.zeros((2, 38, 160), np.float32)
    scores[:, BLANK] = 6
    for number in range(length):
        write(scores, 0, 10 + number * 3.25, "A")
        write(scores, 1, 10 + number * 3.25, "B")

    assert decode(scores) is None


def test_blank_strips_are_nothing():
    """A network that sees no character is taken at its word."""
    scores = np.zeros((3, 38, 160), np.float32)
    scores[:, BLANK] = 6

    assert decode(scores) is None


class TestRepair:
    def test_a_second_thought_that_mends_all_check_digits_is_taken(self):
        """8 was read for 3 in the document number: the digit says which of both it was."""
        scores = scores_of(TD2)
        doubt(scores, 1, 2, 36, "8", 9.5)

        repaired = repair(decode(scores))

        assert TD2 == repaired.lines
        assert repaired.repaired

    def test_a_sound_reading_is_left_alone(self):
        """Nothing to mend, nothing marked."""
        assert not repair(decode(scores_of(TD2))).repaired

    def test_a_name_is_never_touched(self):
        """The French card's composite covers the name, but a name is no place to guess."""
        scores = scores_of(FRA)
        doubt(scores, 0, 6, 36, "F", 9.5)

        repaired = repair(decode(scores))

        assert not repaired.holds
        assert "BFRTHIER" == repaired.lines[0][5:13]

    def test_a_digit_that_was_printed_wrong_hinders_no_other(self):
        """The composite fails whatever is read; the number's own digit still tells a 3 from an 8."""
        printed = (TD2[0], TD2[1][:-1] + "9")
        scores = scores_of(printed)
        doubt(scores, 1, 2, 36, "8", 9.3)

        repaired = repair(decode(scores))

        assert printed == repaired.lines
        assert repaired.repaired
        assert not repaired.holds

    def test_a_faint_second_thought_mends_nothing_while_a_digit_fails(self):
        """One digit in ten holds by chance."""
        printed = (TD2[0], TD2[1][:-1] + "9")
        scores = scores_of(printed)
        doubt(scores, 1, 2, 36, "8", 11.3)

        assert not repair(decode(scores)).repaired

    def test_two_wrong_characters_are_not_mended(self):
        """One exchange is the most: two can make anything hold."""
        scores = scores_of(TD2)
        doubt(scores, 1, 2, 36, "8", 9.5)
        doubt(scores, 1, 4, 36, "A", 9.5)

        assert not repair(decode(scores)).holds


class TestConfidence:
    def test_a_clear_reading_is_trusted(self):
        """Every character far ahead of its rivals."""
        decoded = decode(scores_of(TD3))

        assert trust(decoded) > LEAST_VALID

    def test_a_doubt_in_the_name_lowers_it(self):
        """No check digit covers a name."""
        scores = scores_of(TD3)
        doubt(scores, 0, 6, 44, "K", 8.8)

        assert trust(decode(scores)) < LEAST_VALID

    def test_a_doubt_that_a_check_digit_settles_does_not(self):
        """3 or 8 in the number: only one of them makes the digits hold."""
        scores = scores_of(TD2)
        doubt(scores, 1, 2, 36, "8", 8.8)

        assert trust(decode(scores)) > LEAST_VALID

    def test_two_doubts_are_not_settled_by_one_digit(self):
        """Of two wrong letters in a French name one pair in ten passes its composite."""
        scores = scores_of(FRA)
        doubt(scores, 0, 6, 36, "F", 8.8)
        assert trust(decode(scores)) > LEAST_VALID

        doubt(scores, 0, 9, 36, "N", 8.8)
        assert trust(decode(scores)) < LEAST_VALID

    def test_a_doubt_between_twins_does(self):
        """8 and S count the same in every check digit, so the digits settle nothing."""
        scores = scores_of(TD2)
        doubt(scores, 1, 6, 36, "S", 8.8)

        assert trust(decode(scores)) < LEAST_VALID


def trust(decoded):
    return confidence(decoded.layout, decoded.lines, [slots.posteriors for slots in decoded.slots])


def test_reading_under_a_layout_takes_the_likeliest_legal_character():
    """What decode_as returns is what its own posteriors say."""
    decoded = decode(scores_of(TD1))

    again = decode_as(decoded.layout, decoded.slots)

    assert read(again.slots) == again.lines == TD1
