"""Example terminals: one of each kind, and none."""

from datetime import timedelta

from PySide6.QtWidgets import QWidget

from kiosk.device.device import Awaited, Device, DeviceState
from kiosk.device.token import new_token
from kiosk.printer.qr import modules
from ui.desk.admit import AdmitDialog
from ui.desk.confirm import ConfirmDialog, ConfirmView
from ui.desk.terminal import TerminalPanel
from ui.desk.terminals import TerminalsPanel
from ui.desk.token import NewTerminalDialog, TokenDialog, TokenView
from ui.desk_acts.fleet import Terminals
from ui.desk_gallery.campus import NOW
from ui.desk_parts.side_by_side import SideBySide
from ui.desk_views.fleet import terminal_view, terminals_view
from ui.desk_views.when import When
from ui.stage import Stage
from ui.words import Words

WELL = {
    "version": "0.4.0",
    "site": "mirail",
    "store": "ok",
    "out_of_order": "",
    "spool": "0",
} | dict.fromkeys(("camera", "printer", "directory"), "ok")


def a_device(
    name: str, minutes: float | None = 0.3, state: DeviceState = DeviceState.ACTIVE, **health: str
) -> Device:
    return Device(
        login=f"kiosk_at_{name}",
        name=name,
        state=state,
        writer="3f9a52c1d07e44b8",
        enrolled_at=NOW - timedelta(days=40),
        seen_at=None if minutes is None else NOW - timedelta(minutes=minutes),
        health={} if minutes is None else WELL | health,
    )


FLEET = Terminals(
    (
        a_device("hall_1"),
        a_device("hall_2", printer="failed"),
        a_device("library_1", 190, spool="7"),
        a_device("library_2", state=DeviceState.PAUSED),
        a_device("law_school", camera="failed", out_of_order="camera"),
        a_device("medicine_ground_floor_entrance", None),
        a_device("old_hall", 60 * 24 * 12, DeviceState.REVOKED),
    ),
    (Awaited("sports_hall", NOW + timedelta(minutes=11)),),
)


def page(stage: Stage, when: When, seen: Terminals | None, name: str = "") -> QWidget:
    """Return the page with this terminal open."""
    listed, panel = TerminalsPanel(stage), TerminalPanel(stage)
    view = terminals_view(when, seen)
    listed.show_view(view)
    panel.show_view(terminal_view(when, seen, name), has_any=bool(view.rows))
    listed.show_opened(name)
    return SideBySide(stage.look, listed, panel)


def token(stage: Stage, when: When) -> TokenDialog:
    drawn = new_token(lambda size: b"\x5a" * size, "sports_hall", NOW)
    view = TokenView(
        name=drawn.name, text=drawn.text, until=when.moment(drawn.until), modules=modules(drawn.text)
    )
    return TokenDialog(stage, view)


def new(stage: Stage, words: Words) -> NewTerminalDialog:
    dialog = NewTerminalDialog(stage)
    dialog.field.setText("Hall 1")
    dialog.show_error(words("said.name"))
    return dialog


def admit(stage: Stage) -> AdmitDialog:
    return AdmitDialog(stage)


def revoke(stage: Stage, words: Words) -> ConfirmDialog:
    steps = tuple(words(f"desk.terminals.revoke_{number}") for number in (1, 2, 3))
    title = words("desk.terminals.revoke_title", name="library_1")
    says, go = words("desk.terminals.revoke_ask"), words("desk.terminals.revoke_go")
    return ConfirmDialog(stage, ConfirmView(title, says, steps, go, "cross", is_for_good=True))
