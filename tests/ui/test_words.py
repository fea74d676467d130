"""The words of both languages, and whether the program and the files know the same ones."""

import ast
import re
import tomllib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.words import NO_BREAK, Words, load_words, no_break_spaces, pseudo

ROOT = Path(__file__).parents[2]
LANGUAGES = ("fr", "en")
FILES = [*sorted((ROOT / "ui").rglob("*.py")), ROOT / "kiosk/words.py"]
KEY = re.compile(r"[a-z_]+(\.[a-z0-9_]+)+")
TABLE = re.compile(r"[a-z_]+\\\.")


def constants() -> Iterator[str]:
    """Return what ui/ may use as a key: plain texts, and f-strings as patterns."""
    for file in FILES:
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.JoinedStr) and (parts := list(_parts(node))) and TABLE.match(parts[0]):
                yield "".join(parts)
            elif isinstance(node, ast.Constant) and isinstance(node.value, str) and KEY.fullmatch(node.value):
                yield re.escape(node.value)


def _parts(node: ast.JoinedStr) -> Iterator[str]:
    """Return an f-string as a pattern: it must begin with its table, or it could mean any key."""
    for part in node.values:
        yield re.escape(str(part.value)) if isinstance(part, ast.Constant) else "[A-Za-z0-9_.]+"


def called_keys() -> Iterator[str]:
    """Return every plain key that is said: words("a.b") and stage.words("a.b")."""
    for file in FILES:
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
                name = getattr(node.func, "id", getattr(node.func, "attr", ""))
                if name == "words":
                    yield str(node.args[0].value)


def test_both_languages_have_the_same_keys():
    """Whatever is said in French can be said in English."""
    assert load_words("fr").by_key.keys() == load_words("en").by_key.keys()


def test_both_languages_fill_in_the_same_values():
    """A translation neither forgets a value nor asks for another one."""
    fr, en = (load_words(language).by_key for language in LANGUAGES)
    differing = [
        key for key in fr if set(re.findall(r"{\w+}", fr[key])) != set(re.findall(r"{\w+}", en[key]))
    ]

    assert differing == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_key_is_missing(language):
    """Every key that the program says has words."""
    known = load_words(language).by_key

    assert [key for key in called_keys() if key not in known] == []


@pytest.mark.parametrize(
    "file", sorted((ROOT / "resources/i18n").glob("fr*.toml")), ids=lambda file: file.name
)
def test_no_words_are_left_over(file):
    """Every key of a file is said somewhere, plainly or put together."""
    tables = tuple(f"{table}." for table in tomllib.loads(file.read_text("utf-8")))
    used = re.compile("|".join(f"(?:{pattern})" for pattern in set(constants())))
    keys = [key for key in load_words("fr").by_key if key.startswith(tables)]
    unused = [key for key in keys if not used.fullmatch(key)]

    assert unused == []


@pytest.mark.parametrize("said", ["Que faire ?", "Étape 1 : motif", "Attention !", "« bloqué »", "96 %"])
def test_french_signs_never_begin_a_line(said):
    """The space before a sign, and inside quotation marks, never breaks."""
    assert " " not in no_break_spaces(said).replace("Que faire", "").replace("Étape 1", "").removesuffix(
        " motif"
    )


def test_numbers_stay_with_their_units():
    """An hour stays on one line."""
    assert f"de 8{NO_BREAK}h{NO_BREAK}30 à 17{NO_BREAK}h" == no_break_spaces("de 8 h 30 à 17 h")


@given(st.text(alphabet="ab :;?!«»%0129h", max_size=40))
def test_setting_spaces_twice_changes_nothing(said):
    """Words from settings and words from files may both pass through; only spaces change."""
    once = no_break_spaces(said)

    assert once == no_break_spaces(once)
    assert said == once.replace(NO_BREAK, " ")


def test_english_is_left_as_it_is():
    """Only French has spaces before its signs."""
    assert "Why ? 5 h" == load_words("en").typeset("Why ? 5 h")


def test_a_missing_value_is_a_bug():
    """Words that need a value can't be said without it."""
    with pytest.raises(KeyError):
        load_words("en")("ticket.by", date="soon")


def test_an_unknown_language_is_refused():
    """A language without words can't be shown."""
    with pytest.raises(ValueError, match="xx"):
        load_words("xx")


@pytest.mark.parametrize(
    ("language", "day", "said"),
    [
        ("fr", 30, f"lundi{NO_BREAK}30 novembre"),
        ("en", 30, f"Monday{NO_BREAK}30 November"),
        ("fr", 1, f"dimanche{NO_BREAK}1er novembre"),
    ],
)
def test_days_are_said_in_words(language, day, said):
    """A visitor is told a day, not a number of hours."""
    assert said == load_words(language).day(datetime(2026, 11, day))  # noqa: DTZ001  local, as a view carries it


def test_times_are_said_as_the_language_says_them():
    """French has an h, English a colon."""
    at = datetime(2026, 11, 23, 9, 5)  # noqa: DTZ001

    assert f"9{NO_BREAK}h{NO_BREAK}05" == load_words("fr").time(at)
    assert "9:05" == load_words("en").time(at)


def test_hours_from_the_settings_begin_a_line_as_any_sentence():
    """Settings write them as they stand in a mail's sentence."""
    words = load_words("fr")

    assert f"Du lundi au vendredi, 8{NO_BREAK}h{NO_BREAK}30" == words.line("du lundi au vendredi, 8 h 30")
    assert "" == words.line("")


def test_large_numbers_are_read_in_threes():
    """With a space that doesn't break in French, a comma in English."""
    assert f"48{NO_BREAK}211" == load_words("fr").count(48_211)
    assert "48,211" == load_words("en").count(48_211)
    assert "193" == load_words("fr").count(193)


def test_the_pseudo_language_is_about_twice_as_long():
    """It stands in for any translation that may come; values are still filled in once."""
    plain = Words("en", {"a": "Hold the card, {name}"})

    assert "Hold Höld the thé card çàrd, Ann" == pseudo(plain)("a", name="Ann")


@pytest.mark.parametrize(
    ("language", "said", "whole"),
    [
        ("en", "Monday to Friday, 8:30 am to 5 pm", "8:30 am to 5 pm"),
        ("en", "Monday to Thursday, 9 am to noon", "9 am to noon"),
        ("fr", "du lundi au jeudi, de 9 h à 12 h", "9 h à 12 h"),
        ("fr", "mardi 8 h 30 – 17 h 15", "8 h 30 – 17 h 15"),
    ],
)
def test_opening_hours_never_break_in_the_middle(language, said, whole):
    """Times that belong together move to the next line together; what stands before them may break."""
    typeset = load_words(language).typeset(said)

    assert whole.replace(" ", NO_BREAK) in typeset
    assert typeset.count(" ") == said.count(" ") - whole.count(" ")
