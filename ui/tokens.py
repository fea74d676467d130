"""Sizes and colours: resources/tokens.toml as frozen values, and the look of one window."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

SCALES = (1.0, 1.5, 2.0)  # how large a visitor may ask the words to be


class Face(StrEnum):
    """The two windows of the program: seen standing at arm's length, or from a chair."""

    TERMINAL = "terminal"
    DESK = "desk"


class Theme(StrEnum):
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What one window is drawn with: names to "#RRGGBB", pixels and milliseconds.

    colour: tokens of the theme. art: colours of pictures, the same in every theme. text: font pixels by role.
    motion: all zero when less motion was asked. scale: the text scale, which text already has in it.
    """

    face: Face
    theme: Theme
    scale: float
    colour: Mapping[str, str]
    art: Mapping[str, str]
    text: Mapping[str, int]
    space: Mapping[str, int]
    radius: Mapping[str, int]
    size: Mapping[str, int]
    motion: Mapping[str, int]

    @property
    def is_large(self) -> bool:
        """Return whether words are so large that pictures and second lines give way to them."""
        return self.scale > 1.2

    @property
    def is_moving(self) -> bool:
        return any(self.motion.values())


@dataclass(frozen=True, slots=True)
class Tokens:
    """The file's tables. pairs: which colour is read on which, by how strictly ("body", "text", "graphic")."""

    tables: Mapping[str, Any]

    @property
    def pairs(self) -> Mapping[str, list[str]]:
        return _frozen(self.tables["pairs"])

    def look(
        self,
        face: Face,
        theme: Theme = Theme.LIGHT,
        *,
        scale: float = 1.0,
        less_motion: bool = False,
    ) -> Look:
        tables = self.tables
        return Look(
            face=face,
            theme=theme,
            scale=scale,
            colour=_frozen(tables["colour"][theme]),
            art=_frozen(tables["art"]),
            text=_scaled(tables["type"][face], tables["growth"], scale),
            space=_frozen(tables["space"]),
            radius=_frozen(tables["radius"][face]),
            size=_frozen(tables["size"][face]),
            motion=_frozen({name: 0 if less_motion else ms for name, ms in tables["motion"].items()}),
        )


@cache
def load_tokens() -> Tokens:
    """Read resources/tokens.toml, once."""
    return Tokens(_frozen(tomllib.loads((files("resources") / "tokens.toml").read_text("utf-8"))))


def _scaled(sizes: dict[str, int], growth: dict[str, float], scale: float) -> Mapping[str, int]:
    return _frozen({role: round(px * (1 + (scale - 1) * growth.get(role, 1))) for role, px in sizes.items()})


def _frozen(table: dict[str, Any]) -> Mapping[str, Any]:
    return MappingProxyType(dict(table))
