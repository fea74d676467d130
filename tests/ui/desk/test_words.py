"""Every code that staff may meet has words, in both languages."""

import re

import pytest

from kiosk.identity.reason import Reason
from kiosk.identity.verdict import Item, Result
from kiosk.reading.document import DocumentFormat
from kiosk.request.life import REDIRECTED_TO, RefusalReason
from kiosk.request.request import Presence, State
from kiosk.staff.account import Role
from kiosk.triage.words import Cause, Door, Symptom
from ui.desk.help import GROUPS
from ui.desk.request import ACTS
from ui.desk.window import KEYS
from ui.words import load_words

CODES = {
    "reason": Reason,
    "item": Item,
    "result": Result,
    "format": DocumentFormat,
    "refusal": RefusalReason,
    "redirect": REDIRECTED_TO,
    "presence": Presence,
    "state": State,
    "role": Role,
    "cause": Cause,
    "door": Door,
    "act": ACTS,
}


def desk_words(language):
    return {key: said for key, said in load_words(language).by_key.items() if key.startswith("desk.")}


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("group", CODES)
def test_every_code_has_words(language, group):
    """A code without words would be a bug in front of a person."""
    words = load_words(language)

    assert [] == [code for code in CODES[group] if f"desk.{group}.{code}" not in words.by_key]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_desk_says_symptoms_as_the_terminal_does(language):
    """What a student chose is called the same on both sides of the counter."""
    words = load_words(language)

    assert [] == [symptom for symptom in Symptom if f"motive.{symptom}" not in words.by_key]


def test_both_languages_say_the_same_things():
    """Neither language lacks a sentence that the other has."""
    assert desk_words("fr").keys() == desk_words("en").keys()


def test_both_languages_take_the_same_values():
    """A value that one language fills in is filled in by the other."""
    french, english = desk_words("fr"), desk_words("en")

    def values(said):
        return set(re.findall(r"{(\w+)}", said))

    assert [] == [key for key in french if values(french[key]) != values(english[key])]


def test_the_help_names_every_key():
    """A key that nobody is told of is one that nobody uses."""
    told = {key.casefold() for group in GROUPS.values() for _, key in group if len(key) == 1}

    assert set(KEYS) == told


@pytest.mark.parametrize("code", ACTS)
def test_the_drawn_key_is_the_one_that_acts(code):
    """The letter on a button does what the button does."""
    _, key, _ = ACTS[code]

    assert code == KEYS[key.casefold()]
