"""The known keys, and the one that was probably meant."""

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, get_args, get_type_hints

from kiosk.settings.values import Settings


@cache
def keys_of(table: type) -> Mapping[str, Any]:
    """Return the keys that a table of this class may hold, and what each holds."""
    kinds = get_type_hints(table, include_extras=True)
    return {field.name: kinds[field.name] for field in fields(table) if not field.metadata.get("no_key")}


@cache
def all_keys() -> frozenset[str]:
    """Return every known key with its sections: "camera.width"; an item of a list counts as its list."""
    return frozenset(_below("", Settings))


def _below(path: str, kind: Any) -> Iterable[str]:
    table = _table_in(kind)
    if table is None:
        yield path
        return
    for key, held in keys_of(table).items():
        yield from _below(f"{path}.{key}".lstrip("."), held)


def _table_in(kind: Any) -> type | None:
    """Return the dataclass that a kind is, or is a list or an option of."""
    if isinstance(kind, type) and is_dataclass(kind) and not hasattr(kind, "parse"):
        return kind
    return next(filter(None, map(_table_in, get_args(kind))), None)


def nearest(key: str, known: Iterable[str], path: str) -> str:
    """Return a sentence that helps whoever wrote an unknown key: the likely one here, or in another section."""
    close = difflib.get_close_matches(key, here := sorted(known), 1, 0.6)
    if not close:
        elsewhere = {whole.rpartition(".")[2]: whole for whole in sorted(all_keys())}
        close = [elsewhere[leaf] for leaf in difflib.get_close_matches(key, elsewhere, 1, 0.7)]
    if close:
        return f'Did you mean "{close[0]}"?'
    return f"Known {'there' if path else 'sections'}: {', '.join(here)}."
