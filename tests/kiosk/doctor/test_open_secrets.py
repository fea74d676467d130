from datetime import timedelta

import pytest

from kiosk.doctor import Level
from kiosk.doctor.open_secrets import check_open_secrets
from kiosk.open_secrets import OpenSecret
from tests.given import NOW

OUT = OpenSecret(request="a" * 32, reference="MK-2345-6789", mark="", ends_at=NOW, next_at=NOW)


@pytest.mark.parametrize(
    ("secrets", "hands_over", "passed", "level", "words"),
    [
        ((), False, timedelta(0), Level.OK, "No one-time secrets"),
        ((), True, timedelta(0), Level.OK, "this computer does"),
        ((OUT,), True, timedelta(minutes=10), Level.OK, "1 one-time secret"),
        ((OUT,), False, timedelta(minutes=10), Level.OK, "1 one-time secret"),
        ((OUT, OUT), True, timedelta(minutes=16), Level.FAILED, "2 one-time secret"),
    ],
)
def test_says_who_ends_them_and_which_are_late(secrets, hands_over, passed, level, words):
    """A secret that opens an account for longer than a day is a failure, also after the setting was turned off."""
    found, sentence = check_open_secrets(secrets, NOW + passed, hands_over=hands_over)

    assert (level, True) == (found, words in sentence)
