"""The cards of a request, each with its small view."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtWidgets import QWidget

from ui.desk_parts.elided import Elided
from ui.desk_parts.finding import Findings, FindingView
from ui.desk_parts.list_row import Sign
from ui.desk_parts.numbered import numbered
from ui.parts.arrange import Thing, across, column, held
from ui.parts.badge import Badge
from ui.parts.card import Card
from ui.parts.icon import Icon
from ui.parts.label import Label
from ui.stage import Stage


@dataclass(frozen=True, slots=True)
class SaidView:
    """A strong line, a soft one, with an icon in a tone."""

    tone: str
    icon: str
    title: str = field(repr=False)
    says: str = field(repr=False, default="")


@dataclass(frozen=True, slots=True)
class EarlierView:
    """One earlier request: when, what for, what came of it."""

    day: str
    what: str
    state: Sign


def presence_card(stage: Stage, view: SaidView) -> Card:
    """Return what stands first: whether anyone saw the person."""
    look = stage.look
    disc = Icon(
        look, view.icon, px=look.size["disc"], colour="surface", tile=view.tone or "soft", is_disc=True
    )
    lines = column(None, Label(look, view.title, "h2"), Label(look, view.says, "body"), None, gap=2)
    return Card(look, disc, (lines, 1), tone=view.tone, is_across=True, pad=12, gap=look.space["s"])


def warnings_card(stage: Stage, views: Sequence[SaidView]) -> Card:
    look = stage.look
    rows: list[Thing] = [_sign_row(stage, view) for view in views]
    tones = {view.tone for view in views}
    worst = next((tone for tone in ("bad", "brick") if tone in tones), "warn")
    return Card(look, *rows, tone=worst, gap=6, pad=10)


def checks_card(stage: Stage, checks: Sequence[FindingView], document: str) -> Card:
    """Return what the machine checked."""
    look, words = stage.look, stage.words
    things: list[Thing] = [Label(look, words("desk.request.checks"), "h2")]
    if document:
        things.append(Label(look, document, "note"))
    things.append(Findings(stage, checks) if checks else Label(look, words("desk.request.no_checks"), "body"))
    return Card(look, *things, gap=8, pad=16)


def unchecked_card(stage: Stage, views: Sequence[FindingView]) -> Card:
    """Return what nobody checked."""
    look = stage.look
    title = Label(look, stage.words("desk.request.unchecked"), "h2")
    return Card(look, title, Findings(stage, views), gap=8, pad=16)


def cause_card(stage: Stage, view: SaidView, message: str) -> Card:
    look, words = stage.look, stage.words
    icon = Icon(look, view.icon, px=30, colour=view.tone or "primary")
    title = Label(look, view.title, "strong", tone=view.tone)
    things: list[Thing] = [
        Label(look, words("desk.request.cause"), "h2"),
        across(icon, (title, 1), gap=12),
        Label(look, view.says, "note"),
    ]
    if message:
        things.append(Label(look, message, "body"))
    return Card(look, *things, gap=8, pad=18)


def earlier_card(stage: Stage, views: Sequence[EarlierView]) -> Card:
    look, words = stage.look, stage.words
    rows: list[Thing] = [_earlier_row(stage, view) for view in views]
    if not rows:
        rows = [Label(look, words("desk.request.no_earlier"), "soft")]
    return Card(look, Label(look, words("desk.request.earlier"), "h2"), *rows, gap=10, pad=18)


def steps_card(stage: Stage, lines: Sequence[str]) -> Card:
    """Return what to do by hand, in order."""
    look = stage.look
    title = Label(look, stage.words("desk.request.todo"), "h2")
    return Card(look, title, numbered(look, lines), tone="sunken", gap=8, pad=18)


def _earlier_row(stage: Stage, view: EarlierView) -> QWidget:
    look = stage.look
    badge = Badge(look, view.state.icon, view.state.word, view.state.tone)
    return held(across((Elided(f"{view.day} · {view.what}", "note"), 1), badge, gap=10))


def _sign_row(stage: Stage, view: SaidView) -> QWidget:
    look = stage.look
    icon = Icon(look, view.icon, px=24, colour=view.tone)
    return held(across(icon, (Label(look, view.title, "strong"), 1), gap=12))
