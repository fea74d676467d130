"""The one stylesheet, filled in with a look. Each window sets its own: two windows may look different."""

from collections.abc import Mapping
from importlib.resources import files
from itertools import chain
from string import Template  # "${name}", because QSS owns the braces

from ui.tokens import Look


def stylesheet(look: Look) -> str:
    """Return style.qss with every name replaced; a name that no token has is a KeyError."""
    return Template((files("resources") / "style.qss").read_text("utf-8")).substitute(named_values(look))


def named_values(look: Look) -> dict[str, str | int]:
    """Return what style.qss may name: colours and text sizes plainly, "radius_m", "size_border"."""
    groups: list[Mapping[str, str | int]] = [
        look.colour,
        {f"text_{role}": px for role, px in look.text.items()},
        {f"radius_{name}": px for name, px in look.radius.items()},
        {f"size_{name}": px for name, px in look.size.items()},
    ]
    names = list(chain.from_iterable(groups))
    if len(names) != len(set(names)):
        twice = sorted({name for name in names if names.count(name) > 1})
        raise ValueError(f"two tokens with one name: {', '.join(twice)}")
    return {name: value for group in groups for name, value in group.items()}
