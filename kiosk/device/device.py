"""A terminal as the desk knows it: who it is, whether it may work, and how it said it was."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from kiosk.errors import Refused

NAME = re.compile(r"[a-z][a-z0-9_]{0,29}")


class DeviceState(StrEnum):
    ACTIVE = "active"
    PAUSED = "paused"
    REVOKED = "revoked"  # for good


@dataclass(frozen=True, slots=True, kw_only=True)
class Device:
    """login: its database login. writer: its key's name in the journal. health: a word or number for each part."""

    login: str
    name: str
    state: DeviceState
    writer: str | None
    enrolled_at: datetime
    seen_at: datetime | None
    health: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Awaited:
    """A terminal that was told to come and wasn't admitted yet. until: its token is good until then."""

    name: str
    until: datetime


def refuse_move(device: Device, to: DeviceState) -> None:
    """Raise Refused for a terminal that was revoked: whoever has it may have its key and password."""
    if device.state is DeviceState.REVOKED and to is not DeviceState.REVOKED:
        raise Refused(
            f"{device.name} was revoked for good: enrol it anew, under another name and with a new key.",
            "revoked",
        )


def checked_name(typed: str) -> str:
    """Return a terminal's name. Raises Refused for one that can't be part of a login."""
    if NAME.fullmatch(typed) is None:
        raise Refused("A terminal's name is small letters, digits and _, like hall_1; 30 at most.", "name")
    return typed


def login_of(name: str, prefix: str) -> str:
    """Return the database login of the terminal of this name. prefix: of the groups' names."""
    return f"{prefix}_at_{name}"
