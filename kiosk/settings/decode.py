"""From what TOML says to the values; an error names the key, what was found and what is allowed."""

import types
from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, dataclass, fields, is_dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any, Literal, NoReturn, Union, get_args, get_origin

from kiosk.errors import SettingsWrong
from kiosk.settings.keys import keys_of, nearest

NAMES = {str: "a text", int: "a whole number", float: "a number", bool: "true or false", date: "a date"}


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the file a value stands, and where relative paths start."""

    file: Path
    key: str = ""

    def __truediv__(self, key: str) -> "Place":
        return replace(self, key=f"{self.key}.{key}".lstrip("."))

    def __getitem__(self, index: int) -> "Place":
        return replace(self, key=f"{self.key}[{index}]")

    def refuse(self, found: object, allowed: str) -> NoReturn:
        """Raise SettingsWrong for a value that isn't allowed."""
        raise SettingsWrong(f"{self.file}: {self.key} is {_shown(found)}; allowed is {allowed}.")


def decode(kind: Any, found: object, place: Place, given: object = None) -> Any:
    """Return `found` as a value of this kind; `given` is the value without the file. Raises SettingsWrong."""
    for fits, decoder in _DECODERS:
        if fits(kind):
            return decoder(kind, found, place, given)
    raise TypeError(f"no settings of the kind {kind}")


def decode_table(kind: Any, found: object, place: Place, given: object) -> Any:
    """Return a table; a key that isn't there keeps its given value, or else its class' default."""
    if not isinstance(found, Mapping):
        place.refuse(found, "a table")
    known = keys_of(kind)
    for key in found:
        if key not in known:
            _refuse_key(key, known, place)
    present = {key: _held(known[key], key, found, place, given) for key in known if key in found}
    needed = [each.name for each in fields(kind) if each.default is MISSING]
    # A table whose every key is needed (the same words in two languages) is written whole:
    # half of it would mix with a default that the campus never saw.
    if given is not None and len(needed) < len(known):
        return replace(given, **present)  # type: ignore[type-var]  # `given` is one of `kind`
    for key in needed:
        if key not in present:
            raise SettingsWrong(f"{place.file}: {(place / key).key} is missing.")
    return kind(**present)


def _held(kind: Any, key: str, found: Mapping[str, object], place: Place, given: object) -> Any:
    return decode(kind, found[key], place / key, getattr(given, key, None))


def _refuse_key(key: str, known: Mapping[str, Any], place: Place) -> NoReturn:
    raise SettingsWrong(
        f"{place.file}: there is no setting {(place / key).key}. {nearest(key, known, place.key)}"
    )


def _decode_annotated(kind: Any, found: object, place: Place, given: object) -> Any:
    plain, *rules = get_args(kind)
    value = decode(plain, found, place, given)
    for rule in rules:
        if not rule.allows(value):
            place.refuse(found, rule.words)
    return value


def _decode_choice(kind: Any, found: object, place: Place, _given: object) -> Any:
    words = get_args(kind)
    if found not in words or not isinstance(found, str):
        place.refuse(found, "one of " + ", ".join(f'"{word}"' for word in words))
    return found


def _decode_list(kind: Any, found: object, place: Place, _given: object) -> Any:
    if not isinstance(found, list):
        place.refuse(found, "a list in [ ]")
    return tuple(decode(get_args(kind)[0], each, place[index]) for index, each in enumerate(found, 1))


def _decode_union(kind: Any, found: object, place: Place, given: object) -> Any:
    """Return the first alternative that the value is; TOML has no null, so None is only ever a default."""
    alternatives = [each for each in get_args(kind) if each is not types.NoneType]
    for alternative in alternatives[:-1]:
        if _is_plain(_bare(alternative), found):
            return decode(alternative, found, place, given)
    return decode(alternatives[-1], found, place, given)


def _decode_path(_kind: Any, found: object, place: Place, _given: object) -> Path:
    if not isinstance(found, str) or not found or "\0" in found:
        place.refuse(found, "a path")
    try:
        return place.file.parent / Path(found).expanduser()
    except RuntimeError:
        place.refuse(found, 'a path without "~" (there is no home folder)')


def _decode_parsed(kind: Any, found: object, place: Place, _given: object) -> Any:
    value = kind.parse(found) if isinstance(found, str) else None
    if value is None:
        place.refuse(found, kind.words)
    return value


def _decode_plain(kind: Any, found: Any, place: Place, _given: object) -> Any:
    if not _is_plain(kind, found):
        place.refuse(found, NAMES[kind])
    return float(found) if kind is float else found


def _is_plain(kind: Any, found: object) -> bool:
    if isinstance(found, bool | datetime):  # a bool is an int, a datetime is a date: not in a settings file
        return type(found) is kind
    return isinstance(found, int | float if kind is float else kind)


def _bare(kind: Any) -> Any:
    return get_args(kind)[0] if get_origin(kind) is Annotated else kind


def _shown(found: object) -> str:
    """Return a value as the file has it, no longer than a line."""
    match found:
        case bool():
            return str(found).lower()
        case str():
            return f'"{found}"' if len(found) <= 60 else f'"{found[:57]}..."'
        case Mapping():
            return "a table"
        case Sequence():
            return "a list"
    return str(found)


def _is_generic(*origins: Any) -> Callable[[Any], bool]:
    return lambda kind: get_origin(kind) in origins


_DECODERS: tuple[tuple[Callable[[Any], bool], Callable[[Any, object, Place, object], Any]], ...] = (
    (_is_generic(Annotated), _decode_annotated),
    (_is_generic(Literal), _decode_choice),
    (_is_generic(tuple), _decode_list),
    (_is_generic(Union, types.UnionType), _decode_union),
    (lambda kind: hasattr(kind, "parse"), _decode_parsed),
    (is_dataclass, decode_table),
    (lambda kind: kind is Path, _decode_path),
    (lambda kind: kind in NAMES, _decode_plain),
)
