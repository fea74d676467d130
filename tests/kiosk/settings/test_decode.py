"""Each wrong value is refused with its key, what was found and what is allowed."""

import re
from collections.abc import Callable
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kiosk.errors import SettingsWrong
from kiosk.settings import Settings
from kiosk.settings.decode import Place, decode
from kiosk.settings.keys import all_keys
from tests.kiosk.settings.given_settings import EXAMPLE, load_text

LISTED = {"card.rules", "closures"} | {key.rpartition(".")[0] for key in all_keys() if ".messages." in key}

WRONG = [
    ("[camera]\nwidth = 'wide'", 'camera.width is "wide"; allowed is a whole number.'),
    ("[camera]\nwidth = 1920.0", "camera.width is 1920.0; allowed is a whole number."),
    ("[camera]\nwidth = true", "camera.width is true; allowed is a whole number."),
    ("[camera]\nwidth = 100", "camera.width is 100; allowed is a number from 640 to 7680."),
    ("[camera]\ndevice = 64", "camera.device is 64; allowed is a number from 0 to 63."),
    ("[camera]\ndevice = 'video0'", 'camera.device is "video0"; allowed is a path like "/dev/video0".'),
    ("[camera]\nkind = 'film'", 'camera.kind is "film"; allowed is one of "webcam", "pictures".'),
    ("[camera]\npaths = 'cards'", 'camera.paths is "cards"; allowed is a list in [ ].'),
    ("[camera]\npaths = ['a', 7]", "camera.paths[2] is 7; allowed is a path."),
    ("[store]\npath = ''", 'store.path is ""; allowed is a path.'),
    ("[store]\ndemonstration = 1", "store.demonstration is 1; allowed is true or false."),
    (
        "[trust]\nminimum_answer_seconds = nan",
        "trust.minimum_answer_seconds is nan; allowed is a number from 0 to 30.",
    ),
    ("site = 'Mirail'", 'site is "Mirail"; allowed is a table.'),
    (
        "[site]\ntime_zone = 'Toulouse'",
        'site.time_zone is "Toulouse"; allowed is the name of a time zone, like',
    ),
    (
        "[site]\nlanguages = []",
        "site.languages is a list; allowed is a list without repetitions, of 1 or more.",
    ),
    ("[site]\nlanguages = ['fr', 'fr']", "site.languages is a list; allowed is a list without repetitions"),
    ("[site.name]\nfr = 'Accueil'", "site.name.en is missing."),
    (
        "[site]\nname = {fr = 'Accueil', en = ' '}",
        'site.name.en is " "; allowed is a text that isn\'t empty.',
    ),
    ("[hours]\nmonday = ['8-12']", 'hours.monday[1] is "8-12"; allowed is a time span like "08:30-12:30".'),
    ("[[closures]]\nfirst = 2026-12-19", "closures[1].last is missing."),
    (
        "[[closures]]\nfirst = 2026-12-19T08:00:00",
        "closures[1].first is 2026-12-19 08:00:00; allowed is a date.",
    ),
    ("[[card.rules]]\nkind = 'other'", "card.rules[1].symbologies is missing."),
    (
        "[[card.rules]]\nkind = 'other'\nsymbologies = ['ITF']\npattern = '('",
        'card.rules[1].pattern is "("; allowed is a regular expression',
    ),
    (
        "[[card.rules]]\nkind = 'other'\nsymbologies = ['ITF']\npattern = '[[a]'",
        "allowed is a regular expression",
    ),
    ("[doors.self_service]\nreset_link = 'http://ent.fr'", "allowed is an address that starts with"),
]

UNKNOWN = [
    ("[camera]\nwidht = 1920", 'there is no setting camera.widht. Did you mean "width"?'),
    ("[camra]\nwidth = 1920", 'there is no setting camra. Did you mean "camera"?'),
    ("[site]\nfour_eyes = 'off'", 'there is no setting site.four_eyes. Did you mean "trust.four_eyes"?'),
    (
        "[directory]\nregister = 'a'",
        'there is no setting directory.register. Did you mean "store.first_register"?',
    ),
    ("[journal]\nzzz = 1", "there is no setting journal.zzz. Known there: anchor_to, key_file."),
    ("zzz = 1", "there is no setting zzz. Known sections: camera, card, "),
    ("file = 'x'", "there is no setting file."),
    (
        "[[card.rules]]\nsymbology = 'ITF'",
        'there is no setting card.rules[1].symbology. Did you mean "symbologies"?',
    ),
    (
        "[symptoms.blocked]\nmessage = []",
        'there is no setting symptoms.blocked.message. Did you mean "messages"?',
    ),
]


@pytest.mark.parametrize(("text", "sentence"), WRONG)
def test_a_wrong_value_is_explained(tmp_path, text, sentence):
    """The sentence names the file, the key, what was found and what is allowed."""
    with pytest.raises(
        SettingsWrong, match=re.escape(f"{tmp_path}/kiosk.toml: ") + ".*" + re.escape(sentence)
    ):
        load_text(tmp_path, text)


@pytest.mark.parametrize(("text", "sentence"), UNKNOWN)
def test_an_unknown_key_names_the_nearest_known_one(tmp_path, text, sentence):
    """A misspelt key would otherwise leave a default in force that nobody wanted."""
    with pytest.raises(SettingsWrong, match=re.escape(sentence)):
        load_text(tmp_path, text)


def test_a_long_wrong_text_is_cut(tmp_path):
    """A sentence stays a sentence."""
    with pytest.raises(SettingsWrong, match=r'site\.code is "x{57}\.\.\."; allowed'):
        load_text(tmp_path, f"[site]\ncode = '{'x' * 500}'")


def test_a_whole_number_may_stand_for_seconds(tmp_path):
    """Nobody has to write 3.0."""
    assert 3.0 == load_text(tmp_path, "[trust]\nminimum_answer_seconds = 3").trust.minimum_answer_seconds


def test_a_camera_may_be_a_number_or_a_path(tmp_path):
    """A device file stays the same when cameras are plugged in another order."""
    assert "/dev/video2" == load_text(tmp_path, "[camera]\ndevice = '/dev/video2'").camera.device


def test_opening_hours_become_times(tmp_path):
    """Both ends, by the clock on the wall."""
    monday = load_text(tmp_path, "[hours]\nmonday = ['09:00-17:30']").hours.monday

    assert [(time(9), time(17, 30))] == [(opening.start, opening.end) for opening in monday]


def test_closures_become_dates(tmp_path):
    """TOML has dates of its own."""
    text = "[[closures]]\nfirst = 2026-12-19\nlast = 2027-01-03\nlabel = {fr = 'Noël', en = 'Christmas'}"

    assert (date(2026, 12, 19), date(2027, 1, 3)) == (
        load_text(tmp_path, text).closures[0].first,
        load_text(tmp_path, text).closures[0].last,
    )


def test_what_is_left_out_keeps_its_default(tmp_path):
    """A door with a place keeps its name."""
    text = "[doors.registrar]\nplace = {fr = 'Bâtiment 1', en = 'Building 1'}"

    assert "Scolarité" == load_text(tmp_path, text).doors.registrar.name.fr


values = some.recursive(
    some.none() | some.booleans() | some.integers() | some.floats() | some.text(max_size=20) | some.dates(),
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(some.text(max_size=8), inner, max_size=3),
    max_leaves=5,
)


def complaint(read: Callable[[], Settings]) -> str | None:
    """Return what is wrong with a file, None if it holds settings."""
    try:
        read()
    except SettingsWrong as error:
        return str(error)
    return None


def document(key: str, value: object) -> Any:
    """Return the document in which the value stands under this key."""
    path, _, leaf = key.rpartition(".")
    if not path:
        return {leaf: value}
    return document(path, [{leaf: value}] if path in LISTED else {leaf: value})


@pytest.mark.fuzz
@given(key=some.sampled_from(sorted(all_keys())), value=values)
def test_any_value_under_any_key_is_taken_or_explained(key, value):
    """Nothing that TOML can say crashes the program: it is a setting, or wrong and its section named."""
    said = complaint(lambda: decode(Settings, document(key, value), Place(Path("/kiosk.toml")), Settings()))

    assert said is None or key.partition(".")[0] in said


@pytest.mark.fuzz
@given(data=some.data())
def test_a_damaged_file_is_taken_or_explained(tmp_path_factory, data):
    """Characters lost, added or changed anywhere give settings or a sentence."""
    text = EXAMPLE.read_text(encoding="utf-8")
    at = data.draw(some.integers(0, len(text)))
    until = data.draw(some.integers(at, min(len(text), at + 3)))
    put = data.draw(some.text("\"'[]{}=.,#\n\\0aé-", max_size=3))
    folder = tmp_path_factory.mktemp("damaged")

    said = complaint(lambda: load_text(folder, text[:at] + put + text[until:]))

    assert said is None or "kiosk.toml" in said
