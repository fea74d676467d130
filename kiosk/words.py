"""Every word a person sees, by key: resources/i18n/LANGUAGE.toml, LANGUAGE.PART.toml for a part, and resources/mail."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

NO_BREAK = "\u00a0"  # U+202F would be finer, but the font lacks it
_BEFORE_SIGN = re.compile(r"[ \u00a0](?=[:;?!»%](?:\s|$))")
_AFTER_SIGN = re.compile(r"(?<=«)[ \u00a0]")
_NUMBER = re.compile(r"(?<=\d) (?=\d{3}\b|h\b|s\b|min\b|%)|(?<=\bh) (?=\d)|(?<=nº) (?=\S)")
_HOUR = r"(?:\d{1,2}(?:\s?h(?:\s?\d\d)?|[:.]\d\d)?(?:\s?[ap]\.?m\b\.?)?|noon|midnight|midi|minuit)"
_HOURS = re.compile(rf"\b{_HOUR}\s(?:à|to|until|[-–])\s{_HOUR}(?!\w)|\b\d{{1,2}}(?:[:.]\d\d)?\s[ap]\.?m\b")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language. Called with a key: words("motive.question"), words("idle.left", seconds=20)."""

    language: str
    by_key: Mapping[str, str]

    def __call__(self, key: str, **values: object) -> str:
        """Return the words with {name} filled in; an unknown key or a missing value is a KeyError."""
        said = self.by_key[key]
        return self.typeset(said.format_map(values)) if values else said

    def typeset(self, said: str) -> str:
        """Return words from elsewhere (settings, dates) with the spaces that this language doesn't break at."""
        return keep_hours(no_break_spaces(said) if self.language.startswith("fr") else said)

    def line(self, said: str) -> str:
        """Return words from elsewhere as they stand on a line of their own: they begin with a capital."""
        return self.typeset(said[:1].upper() + said[1:])

    def day(self, local: datetime) -> str:
        """Return a day in words: "lundi 30 novembre", "Monday 30 November"."""
        weekday = self.by_key["day.names"].split()[local.weekday()]
        month = self.by_key["month.names"].split()[local.month - 1]
        number = self.by_key["day.first"] if local.day == 1 else str(local.day)
        return self("day.written", weekday=weekday, number=number, month=month).replace(" ", NO_BREAK, 1)

    def count(self, number: int) -> str:
        """Return a whole number with its thousands apart: "48 211", "48,211"."""
        return f"{number:,}".replace(",", self.by_key["count.apart"])

    def time(self, local: datetime) -> str:
        """Return a time of the day: "10 h 05", "10:05"."""
        return self("time.written", hour=local.hour, minute=f"{local.minute:02}")


@cache
def load_words(language: str, *folders: str) -> Words:
    """Read the language's files of these folders of resources, once. Two files that use one key are a ValueError."""
    by_key: dict[str, str] = {}
    found = (file for folder in folders for file in (files("resources") / folder).iterdir())
    for file in sorted(found, key=lambda file: file.name):
        if file.name.endswith(".toml") and file.name.split(".")[0] == language:
            added = dict(_flat(tomllib.loads(file.read_text("utf-8"))))
            if twice := by_key.keys() & added.keys():
                raise ValueError(f"{file.name} uses keys of another file: {', '.join(sorted(twice))}")
            by_key |= added
    if not by_key:
        raise ValueError(f"no words for {language}")
    plain = Words(language, by_key)
    return Words(language, MappingProxyType({key: plain.typeset(said) for key, said in by_key.items()}))


def no_break_spaces(said: str) -> str:
    """Return French words that never break before : ; ? ! » %, after «, or inside a number with its unit."""
    for space in (_BEFORE_SIGN, _AFTER_SIGN, _NUMBER):
        said = space.sub(NO_BREAK, said)
    return said


def keep_hours(said: str) -> str:
    """Return words that never break inside a time, or between two: "8:30 am to 5 pm", "9 h à 12 h"."""
    return _HOURS.sub(lambda hours: hours[0].replace(" ", NO_BREAK), said)


def _flat(table: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, str]]:
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{before}{name}.")
        else:
            yield f"{before}{name}", value
