"""Terminals in words and colours: what needs a look stands first."""

from collections.abc import Mapping
from datetime import timedelta

from kiosk.device.device import Awaited, Device, DeviceState
from ui.desk.terminal import TerminalView
from ui.desk.terminals import TerminalsView
from ui.desk_acts.fleet import Terminals
from ui.desk_parts.finding import FindingView
from ui.desk_parts.list_row import ListRow, Sign
from ui.desk_parts.request_cards import SaidView
from ui.desk_views.when import When
from ui.words import Words

SILENT = timedelta(minutes=2)  # it beats twice a minute
PARTS = ("camera", "printer", "directory", "store")
_ACTS = {
    DeviceState.ACTIVE: ("pause", "revoke"),
    DeviceState.PAUSED: ("resume", "revoke"),
    DeviceState.REVOKED: (),
}
SIGNS = {  # code: icon, tone; what needs a look first
    "silent": ("warning", "bad"),
    "out_of_order": ("warning", "bad"),
    "to_look_at": ("eye", "warn"),
    "paused": ("clock", "warn"),
    "never_seen": ("clock", "warn"),
    "works": ("check", "ok"),
    "revoked": ("cross", ""),
    "awaited": ("clock", ""),
}
_ORDER = tuple(SIGNS)


def terminals_view(when: When, seen: Terminals | None) -> TerminalsView:
    """Return the list; None while it is looked for."""
    words = when.words
    if seen is None:
        return TerminalsView(title=words("desk.terminals.title"), is_loading=True)
    devices = sorted(seen.devices, key=lambda each: (_ORDER.index(standing(when, each)), each.name))
    rows = (*(_row(when, each) for each in devices), *(_awaited_row(when, each) for each in seen.awaited))
    title = words("desk.terminals.count", count=len(seen.devices)) if len(seen.devices) > 1 else ""
    return TerminalsView(title=title or words("desk.terminals.title"), rows=rows, is_alone=not seen.is_shared)


def terminal_view(when: When, seen: Terminals | None, name: str) -> TerminalView | None:
    """Return the terminal of this name, or the one that is awaited; None where there is none."""
    if seen is None:
        return None
    for device in seen.devices:
        if device.name == name:
            return _device(when, device)
    return next((_awaited(when, each) for each in seen.awaited if each.name == name), None)


def standing(when: When, device: Device) -> str:
    """Return a code of SIGNS: the desk's own decision first, then silence, then what the terminal says."""
    if device.state is not DeviceState.ACTIVE:
        return device.state
    if device.seen_at is None:
        return "never_seen"
    if when.now - device.seen_at > SILENT:
        return "silent"
    if device.health.get("out_of_order"):
        return "out_of_order"
    return "to_look_at" if _failed(device) else "works"


def sign_of(words: Words, code: str) -> Sign:
    icon, tone = SIGNS[code]
    return Sign(icon, words(f"desk.terminals.{code}"), tone)


def _failed(device: Device) -> list[str]:
    return [part for part in PARTS if device.health.get(part) == "failed"]


def _letters(device: Device) -> int:
    said = device.health.get("spool", "")
    return int(said) if said.isascii() and said.isdigit() else 0


def _row(when: When, device: Device) -> ListRow:
    words, badge = when.words, sign_of(when.words, standing(when, device))
    mark = None
    if badge.tone == "warn" and (failed := _failed(device)):
        mark = Sign("warning", words(f"desk.terminals.part_{failed[0]}"), "warn")
    elif count := _letters(device):
        mark = Sign("mail", words("desk.terminals.letters", count=count), "warn")
    line = _seen(when, device)
    site = device.health.get("site", "")
    return ListRow(
        key=device.name,
        title=device.name,
        line=f"{site} · {line}" if site else line,
        badge=badge,
        mark=mark,
        spoken=", ".join(filter(None, (device.name, badge.word, mark.word if mark else "", site, line))),
    )


def _awaited_row(when: When, awaited: Awaited) -> ListRow:
    words = when.words
    badge = sign_of(words, "awaited")
    line = words("desk.terminals.awaited_until", time=when.moment(awaited.until))
    return ListRow(
        key=awaited.name,
        title=awaited.name,
        line=line,
        badge=badge,
        spoken=f"{awaited.name}, {badge.word}, {line}",
    )


def _seen(when: When, device: Device) -> str:
    if device.seen_at is None:
        return when.words("desk.terminals.not_seen")
    return when.words("desk.terminals.seen", time=when.moment(device.seen_at))


def _device(when: When, device: Device) -> TerminalView:
    words, code = when.words, standing(when, device)
    sign = sign_of(words, code)
    title = _stopped(words, device) if code == "out_of_order" else sign.word
    return TerminalView(
        name=device.name,
        says=" · ".join(filter(None, (device.health.get("site", ""), _seen(when, device)))),
        said=SaidView(sign.tone, sign.icon, title, words(f"desk.terminals.{code}_says")),
        parts=_parts(words, device) if device.health else (),
        about=_about(when, device),
        acts=_ACTS[device.state],
    )


def _stopped(words: Words, device: Device) -> str:
    part = device.health["out_of_order"]
    key = f"desk.terminals.part_{part}"
    name = words(key) if key in words.by_key else words("desk.terminals.part_program")
    return f"{words('desk.terminals.out_of_order')} ({name})"


def _parts(words: Words, device: Device) -> tuple[FindingView, ...]:
    health = device.health
    rows = [_part(words, part, health) for part in PARTS if part in health]
    count = _letters(device)
    if health.get("spool", ""):
        tone, word = ("warn", "waiting") if count else ("ok", "fine")
        says = words("desk.terminals.letters_says") if count else words("desk.terminals.no_letters")
        what = words("desk.terminals.spool_count", count=count) if count else words("desk.terminals.spool")
        rows.append(FindingView(tone, words(f"desk.terminals.{word}"), what, says))
    return tuple(rows)


def _part(words: Words, part: str, health: Mapping[str, str]) -> FindingView:
    is_failed = health[part] == "failed"
    word = words("desk.health.failed" if is_failed else "desk.health.ok")
    says = words(f"desk.terminals.do_{part}") if is_failed else ""
    return FindingView("bad" if is_failed else "ok", word, words(f"desk.terminals.part_{part}"), says)


def _about(when: When, device: Device) -> tuple[str, ...]:
    words = when.words
    key = (words("desk.terminals.key", writer=device.writer),) if device.writer else ()
    said = device.health.get("version", "")
    version = (words("desk.terminals.version", version=said),) if said else ()
    since = words("desk.terminals.since", day=when.day(device.enrolled_at))
    return (*version, *key, words("desk.terminals.login", login=device.login), since)


def _awaited(when: When, awaited: Awaited) -> TerminalView:
    words = when.words
    return TerminalView(
        name=awaited.name,
        says=words("desk.terminals.awaited_until", time=when.moment(awaited.until)),
        said=SaidView("", "clock", words("desk.terminals.awaited"), words("desk.terminals.awaited_says")),
    )
