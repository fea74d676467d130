from datetime import UTC, date, datetime

import pytest

from kiosk.directory.supann.birth_date import compare_birth_date
from kiosk.directory.supann.enrolment import YearTurns, is_registered
from kiosk.directory.supann.standing import Told, standing_told
from kiosk.identity.student import BirthDate
from kiosk.reading.partial_date import PartialDate
from kiosk.triage.account_state import Standing

TODAY = date(2026, 11, 25)
ROUND_YEAR = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
BEFORE_TERM = datetime(2026, 8, 31, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("values", "standing"),
    [
        ([], Standing.UNKNOWN),
        (["{COMPTE}A"], Standing.ACTIVE),
        (["{COMPTE}A:SupannAnticipe"], Standing.ACTIVE),
        (["{COMPTE}A:SupannActif"], Standing.ACTIVE),
        (["{COMPTE} A SupannActif"], Standing.ACTIVE),
        (["{COMPTE}A:SupannSursis"], Standing.GRACE),
        (["{COMPTE}I:SupannPrecree"], Standing.NOT_ACTIVATED),
        (["{COMPTE}I:SupannCree"], Standing.NOT_ACTIVATED),
        (["{COMPTE}I:SupannInactif"], Standing.INACTIVE),
        (["{COMPTE}I:SupannExpire"], Standing.INACTIVE),
        (["{COMPTE}I:SupannSupprDonnees"], Standing.DELETION_DUE),
        (["{COMPTE}I:SupannSupprCompte"], Standing.DELETION_DUE),
        (["{COMPTE}S:SupannVerrouille"], Standing.LOCKED),
        (["{COMPTE}S:SupannVerrouTechnique"], Standing.TECHNICAL_LOCK),
        (["{COMPTE}S:SupannVerrouAdministratif"], Standing.ADMINISTRATIVE_LOCK),
        (["{compte}s:supannverrouadministratif"], Standing.ADMINISTRATIVE_LOCK),
        (["{COMPTE}S:SomethingOfOurOwn"], Standing.LOCKED),
        (["{COMPTE}I"], Standing.INACTIVE),
        (["{MAIL}S:SupannVerrouille"], Standing.UNKNOWN),
        (["{MAIL}S:SupannVerrouille", "{COMPTE}A"], Standing.ACTIVE),
        (["{COMPTE}A", "{COMPTE}S:SupannVerrouTechnique:20261101:"], Standing.TECHNICAL_LOCK),
        (["{COMPTE}A", "{COMPTE}S:SupannVerrouTechnique:20261101:20261124"], Standing.ACTIVE),
        (["{COMPTE}A", "{COMPTE}S:SupannVerrouTechnique:20261126:"], Standing.ACTIVE),
        (["{COMPTE}S:SupannVerrouille:00000000:99999999"], Standing.LOCKED),
        (["{COMPTE}S:SupannVerrouille:99991231:"], Standing.UNKNOWN),
        (["{COMPTE}S:SupannVerrouille::00000101"], Standing.UNKNOWN),
    ],
)
def test_tells_the_standing(values, standing):
    """Every state and sub-state, both spellings; with dates, what is in force today; the strictest wins."""
    assert Told(standing) == standing_told(values, TODAY)


@pytest.mark.parametrize(
    "value", ["{COMPTE}", "{COMPTE}X:SupannActif", "{COMPTE}S:Supann Verrouille:x", "{COMPTE}S::2026:2027"]
)
def test_says_when_a_state_cannot_be_understood(value):
    """A lock may hide in it: what else is told can't be relied on."""
    assert not standing_told([value, "{COMPTE}A"], TODAY).is_understood


@pytest.mark.parametrize(
    ("years", "enrolments", "ends", "now", "expected"),
    [
        ([], [], [], ROUND_YEAR, None),
        (["2026"], [], [], ROUND_YEAR, True),
        (["2025", "2026"], [], [], ROUND_YEAR, True),
        (["2025"], [], [], ROUND_YEAR, False),
        (["2025"], [], [], BEFORE_TERM, True),
        (["2027"], [], [], ROUND_YEAR, True),
        (["soon"], [], [], ROUND_YEAR, None),
        (["9999"], [], [], ROUND_YEAR, True),
        (["0000"], [], [], ROUND_YEAR, False),
        ([], ["[etab={UAI}0311383K][anneeinsc=2026][regimeinsc={SISE}10]"], [], ROUND_YEAR, True),
        ([], ["[anneeinsc=2024][etab={UAI}0311383K]"], [], ROUND_YEAR, False),
        (["2026"], [], ["20261031000000Z"], ROUND_YEAR, False),
        (["2026"], [], ["20261031000000Z", "20270831000000Z"], ROUND_YEAR, True),
        (["2026"], [], ["99991231235959Z"], ROUND_YEAR, True),
        (["2026"], [], ["00000101000000Z"], ROUND_YEAR, False),
        (["2026"], [], ["nonsense"], ROUND_YEAR, True),
    ],
)
def test_tells_who_is_registered(years, enrolments, ends, now, expected):
    """By the year, which turns on a day that the campus sets, and by the profile's end."""
    assert expected is is_registered(years, enrolments, ends, now, YearTurns())


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        ({}, BirthDate.UNKNOWN),
        ({"one": "2004-02-29"}, BirthDate.EQUAL),
        ({"one": "20040229"}, BirthDate.EQUAL),
        ({"two": "20040229"}, BirthDate.EQUAL),
        ({"one": "2004-02-28", "two": "20040229"}, BirthDate.EQUAL),
        ({"one": "2004-02-28"}, BirthDate.DIFFERENT),
    ],
)
def test_asks_for_the_birth_date_in_both_spellings(held, expected):
    """An attribute that isn't there says nothing; one that is there decides."""
    compare = lambda attribute, value: None if attribute not in held else held[attribute] == value  # noqa: E731

    assert expected is compare_birth_date(PartialDate(2004, 2, 29), ("one", "two"), compare)


def test_a_day_that_no_calendar_has_is_nobodys_birthday():
    """It isn't asked for."""
    assert BirthDate.DIFFERENT is compare_birth_date(PartialDate(2005, 2, 30), ("one",), lambda *_: True)
