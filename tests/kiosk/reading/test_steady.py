from datetime import date

import numpy as np
import pytest

from kiosk.reading.card import CardKind, CardReading
from kiosk.reading.document import DocumentFormat
from kiosk.reading.document_reader import Trust
from kiosk.reading.mrz.compose import Particulars, compose
from kiosk.reading.mrz_confidence import LEAST_FUSED
from kiosk.reading.partial_date import PartialDate
from kiosk.reading.steady import CardSteady, DocumentSteady, picture_digest
from tests.kiosk.reading.mrz.vectors import VECTORS
from tests.kiosk.reading.zones import OLD_CARD, PASSPORT, misread, zone

TODAY = date(2026, 11, 23)
OTHER_PASSPORT = VECTORS["germany_passport"].lines
NAME = (0, 6)
SISTERS = compose(
    DocumentFormat.TD3,
    Particulars(
        document_code="P",
        issuing_state="FRA",
        number="20AA00010",
        surname="DUPOND",
        given_names="AMELIA<ZOE",
        birth_date=PartialDate(2005, 4, 17),
        expiry=date(2031, 9, 21),
        nationality="FRA",
        sex="F",
    ),
)


def feed_all(steady, *texts, same_picture=False):
    """Return what is accepted at each frame."""
    return [
        steady.feed(text, b"same" if same_picture else bytes([place]), today=TODAY)
        for place, text in enumerate(texts)
    ]


def live(**trust):
    return DocumentSteady(Trust(**({"threshold": LEAST_FUSED} | trust)))


def stills():
    return DocumentSteady(Trust(), stills=True)


def number(digits, kind=CardKind.STUDENT_NUMBER):
    return CardReading("Code128", digits, kind, digits if kind is CardKind.STUDENT_NUMBER else None)


class TestDocuments:
    def test_two_agreeing_frames_are_enough(self):
        """The second frame confirms the first, and both are counted."""
        first, second = feed_all(live(), zone(PASSPORT), zone(PASSPORT))
        assert (None, 2, "DUPOND") == (first, second.frames_used, second.document.surname)

    def test_the_same_picture_counts_once(self):
        """A frozen camera confirms nothing."""
        assert [None] * 5 == feed_all(live(), *[zone(PASSPORT)] * 5, same_picture=True)

    def test_a_document_is_accepted_once(self):
        """It stays in view; there is nothing new to say."""
        accepted = feed_all(live(), *[zone(PASSPORT)] * 5)
        assert 1 == sum(each is not None for each in accepted)

    def test_frames_without_a_zone_in_between_do_not_matter(self):
        """A hand passes in front of it."""
        assert feed_all(live(), zone(PASSPORT), None, None, zone(PASSPORT))[-1] is not None

    def test_a_frame_misread_beyond_recognition_does_not_matter(self):
        """It is like no document, so it does not end this one's turn."""
        nonsense = zone(("P<FRAXKXKXKX".ljust(44, "K"), "9" * 44))
        assert feed_all(live(), zone(PASSPORT), nonsense, zone(PASSPORT))[-1] is not None

    def test_nonsense_at_the_beginning_does_not_stand_in_the_way(self):
        """The first clear frame of a document starts anew."""
        nonsense = zone(("P<FRAXKXKXKX".ljust(44, "K"), "9" * 44))
        assert feed_all(live(), nonsense, zone(PASSPORT), zone(PASSPORT))[-1] is not None

    def test_another_document_in_between_starts_anew(self):
        """One frame of each is no agreement."""
        texts = [zone(lines) for lines in (PASSPORT, OTHER_PASSPORT, PASSPORT, OTHER_PASSPORT)]
        assert [None] * 4 == feed_all(live(), *texts)

    def test_a_second_document_is_accepted_after_the_first(self):
        """One sitting may show two."""
        accepted = feed_all(live(), *[zone(PASSPORT)] * 2, *[zone(OLD_CARD)] * 2)
        assert ["DUPOND", "LEFEBVRE<D<ORMESSON"] == [each.document.surname for each in accepted if each]

    def test_a_relatives_document_is_another_one(self):
        """Same name, office and day of issue: three characters in four are alike, and both are accepted."""
        accepted = feed_all(live(), *[zone(PASSPORT)] * 2, *[zone(SISTERS)] * 2)
        assert [PASSPORT, SISTERS] == [each.document.lines for each in accepted if each]

    def test_one_frame_each_of_two_relatives_is_no_agreement(self):
        """Nothing is put together from two documents."""
        assert [None] * 4 == feed_all(live(), *[zone(PASSPORT), zone(SISTERS)] * 2)

    def test_frames_that_disagree_on_a_name_are_not_enough(self):
        """No check digit covers a letter of the surname."""
        assert [None, None] == feed_all(live(), zone(PASSPORT), zone(misread(PASSPORT, *NAME, "O")))

    def test_the_majority_settles_a_letter(self):
        """More frames of one opinion outweigh the one that differs."""
        *_, last = feed_all(live(), zone(misread(PASSPORT, *NAME, "O")), *[zone(PASSPORT)] * 5)
        assert last is None or last.document.surname == "DUPOND"
        accepted = feed_all(live(), zone(misread(PASSPORT, *NAME, "O")), *[zone(PASSPORT)] * 5)
        assert {"DUPOND"} == {each.document.surname for each in accepted if each}

    def test_frames_that_are_nearly_sure_add_up(self):
        """None of them would do alone; together they are sure."""
        accepted = feed_all(live(), *[zone(PASSPORT, sure=0.93)] * 2)

        assert any(accepted)

    def test_unclear_frames_do_not_add_up(self):
        """A blur or a glare that lasts shows the same wrong letter again and again: many frames, one witness."""
        accepted = feed_all(live(), *[zone(PASSPORT, sure=0.8)] * 10)

        assert not any(accepted)

    def test_frames_whose_check_digits_fail_are_never_enough(self):
        """However often the same misreading comes."""
        assert [None] * 6 == feed_all(live(), *[zone(misread(PASSPORT, 1, 13, "1"))] * 6)

    def test_repaired_frames_count_as_they_were_seen(self):
        """The repair is not evidence; what was seen breaks a check digit."""
        seen = zone(misread(PASSPORT, 1, 13, "1"))
        repaired = zone(PASSPORT, repaired=True)
        as_seen = type(repaired)(PASSPORT, seen.posteriors, repaired=True)
        assert [None] * 4 == feed_all(live(), *[as_seen] * 4)

    def test_a_specimen_is_accepted_where_specimens_are(self):
        """Elsewhere Utopia is no issuer."""
        specimen = zone(VECTORS["icao_passport"].lines)
        assert feed_all(live(specimens_allowed=True), specimen, specimen)[1] is not None
        assert [None, None] == feed_all(live(), specimen, specimen)


class TestStillDocuments:
    def test_one_clear_view_is_enough(self):
        """A still picture has no second view."""
        (accepted,) = feed_all(stills(), zone(PASSPORT))
        assert 1 == accepted.frames_used

    def test_one_view_must_be_clearer_than_frames_that_agree(self):
        """What two live frames may say together, one picture may not say alone."""
        doubt = {NAME: ("O", 0.08)}
        assert [None] == feed_all(stills(), zone(PASSPORT, doubts=doubt))
        assert feed_all(live(), *[zone(PASSPORT, doubts=doubt)] * 2)[1] is not None

    @pytest.mark.parametrize("text", [zone(PASSPORT, repaired=True), zone(misread(PASSPORT, 1, 13, "1"))])
    def test_a_view_that_is_not_valid_is_not_enough(self, text):
        """Repaired, or against its check digits."""
        assert [None] == feed_all(stills(), text)


class TestCards:
    def test_two_frames_of_one_code_are_enough(self):
        """Bars read in part seldom come out the same twice."""
        steady = CardSteady()
        assert steady.feed((number("22371929"),), b"1") is None
        accepted = steady.feed((number("22371929"),), b"2")
        assert ("22371929", 2) == (accepted.card.student_number, accepted.frames_used)

    def test_the_same_picture_counts_once(self):
        """A frozen camera confirms nothing."""
        steady = CardSteady()
        assert [None, None] == [steady.feed((number("22371929"),), b"1") for _ in range(2)]

    def test_a_code_is_accepted_once(self):
        """It stays in view; there is nothing new to say."""
        steady = CardSteady()
        accepted = [steady.feed((number("22371929"),), bytes([place])) for place in range(5)]
        assert 1 == sum(each is not None for each in accepted)

    def test_two_numbers_in_one_frame_are_two_cards(self):
        """Nothing is accepted, and what was counted is forgotten."""
        steady = CardSteady()
        steady.feed((number("22371929"),), b"1")
        both = (number("22371929"), number("22371930"))
        assert [None, None] == [steady.feed(both, b"2"), steady.feed((number("22371929"),), b"3")]

    def test_the_student_number_comes_before_the_european_card(self):
        """Both are on one card; the number is what is needed."""
        steady = CardSteady(stills=True)
        esc = CardReading("QRCode", "https://esc.gg/x", CardKind.ESC)
        assert CardKind.STUDENT_NUMBER is steady.feed((esc, number("22371929")), b"1").card.kind

    def test_a_code_of_no_known_kind_is_never_accepted(self):
        """A code on a poster in the background."""
        steady = CardSteady(stills=True)
        assert steady.feed((number("poster", CardKind.OTHER),), b"1") is None

    def test_a_still_picture_needs_one_view(self):
        """There is no second one."""
        assert 1 == CardSteady(stills=True).feed((number("22371929"),), b"1").frames_used


def test_a_digest_tells_pictures_apart():
    """The same pixels have the same digest; another frame of the same scene has its own grain."""
    rng = np.random.default_rng(1)
    one, other = (rng.integers(0, 255, (72, 128)).astype(np.uint8) for _ in range(2))
    assert picture_digest(one) == picture_digest(one.copy()) != picture_digest(other)
