"""resources/kiosk.example.toml says everything there is to say about settings, and says it right."""

import re
import tomllib
from dataclasses import is_dataclass, replace
from typing import Any, Literal, get_args, get_origin

import pytest

from kiosk.settings import Settings, load
from kiosk.settings.keys import all_keys, keys_of
from tests.kiosk.settings.given_settings import EXAMPLE, load_text

TEXT = EXAMPLE.read_text(encoding="utf-8")
EVERYTHING = re.sub(r"(?m)^#(?=\S)", "", TEXT)  # "#key" is a key without a default, "# Words" are words


def keys_in(value: Any, path: str = "") -> set[str]:
    """Return the keys of a document as all_keys() writes them; an empty list stands for itself."""
    if isinstance(value, dict):
        return {key for name, held in value.items() for key in keys_in(held, f"{path}.{name}".lstrip("."))}
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return {key for item in value for key in keys_in(item, path)}
    return {path}


def words_in(kind: Any) -> set[str]:
    """Return every word that a setting may be, in this kind and below."""
    if get_origin(kind) is Literal:
        return set(get_args(kind))
    below = keys_of(kind).values() if is_dataclass(kind) else get_args(kind)
    return {word for each in below for word in words_in(each)}


def test_changes_nothing(tmp_path):
    """Every value that the example gives is the default."""
    defaults = load(None, {"KIOSK_DATA": str(tmp_path / "data")})

    assert replace(load_text(tmp_path, TEXT), file=None) == defaults


def test_loads_with_everything_it_mentions(tmp_path):
    """The keys without a default have allowed values beside them."""
    settings = load_text(tmp_path, EVERYTHING.replace("demonstration = false", "demonstration = true"))

    assert "Winter closure" == settings.closures[0].label.en


def test_has_every_known_key():
    """A setting that the example doesn't explain doesn't exist for a campus."""
    written = keys_in(tomllib.loads(EVERYTHING))

    assert [] == sorted(key for key in all_keys() - written if key.rpartition(".")[0] not in written)


def test_has_no_other_key():
    """What the example explains is really there."""
    written = keys_in(tomllib.loads(EVERYTHING))
    lists = {key.rpartition(".")[0] for key in all_keys()}

    assert [] == sorted(written - all_keys() - lists)


@pytest.mark.parametrize("word", sorted(words_in(Settings)))
def test_names_every_allowed_word(word):
    """Nobody has to read the code to know what a setting may be."""
    assert f'"{word}"' in TEXT
