"""Whatever an act comes to, staff read a sentence in their language."""

import pytest

from kiosk.errors import (
    AlreadyDecided,
    CameraAway,
    ChannelAway,
    DirectoryAway,
    ModelAway,
    NotAllowed,
    NotFound,
    PrinterAway,
    Refused,
    StoreAway,
)
from kiosk.triage.words import Cause
from ui.desk_acts.sentences import sentence
from ui.words import load_words

LANGUAGES = ("fr", "en")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("away", [CameraAway, ChannelAway, DirectoryAway, ModelAway, PrinterAway, StoreAway])
def test_each_part_that_is_away_has_its_sentence(language, away):
    """Not the core's own, which is English."""
    words = load_words(language)

    assert words(f"said.{away.part}") == sentence(away("socket closed"), words)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("error", "key"),
    [
        (AlreadyDecided("…", "refused"), "already_decided"),
        (AlreadyDecided("…", "unlocked"), "already_carried_out"),
        (AlreadyDecided("…", "handed_over"), "already_carried_out"),
        (NotFound("…", "no_such_request"), "no_such_request"),
        (NotFound("…", "unheard_of"), "no_such_request"),
        (NotAllowed("…", "four_eyes"), "four_eyes"),
        (NotAllowed("…", "role", "approve"), "role"),
        (NotAllowed("…", "edge_papers", "expired"), "edge_papers"),
        (Refused("…", "reason_needed", "expired"), "reason_needed"),
        (Refused("…", Cause.ADMINISTRATIVE_LOCK), "administrative_lock"),
        (Refused("…", Cause.INACTIVE), "closed_on_purpose"),
        (Refused("…", "unheard_of"), "refused"),
        (Refused("…"), "refused"),
        (KeyError("22401234"), "bug"),
    ],
)
def test_the_most_exact_sentence_is_told(language, error, key):
    """By the reason's code; an unknown one still gets a sentence, and a bug never its own words."""
    words = load_words(language)

    assert words(f"said.{key}") == sentence(error, words)


def test_both_languages_say_the_same_things():
    """No key is missing in one."""
    french, english = (
        {key for key in load_words(language).by_key if key.startswith("said.")} for language in LANGUAGES
    )

    assert french == english
