"""From settings to the health checks: each looks at its own part, whatever the others are like."""

import os
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from kiosk.desk import anchoring
from kiosk.directory.entry_faults import entry_faults
from kiosk.doctor import Check, Finding, Level, examine
from kiosk.doctor.clock import check_clock
from kiosk.doctor.disk import check_disk
from kiosk.doctor.keys import check_keys
from kiosk.doctor.open_secrets import check_open_secrets
from kiosk.doctor.terminal import check_terminal
from kiosk.errors import CameraAway
from kiosk.settings import Settings
from kiosk.store import Store
from kiosk.wiring import parts
from kiosk.wiring.clock import now
from kiosk.wiring.mail_health import check_mail
from kiosk.wiring.one_store import Opened, one_store

Seen = tuple[Level, str]


def health_checks(settings: Settings, opened: Opened) -> Mapping[str, Check]:
    """Return the checks in the order in which they are shown."""
    return {
        "settings": lambda: _settings(settings),
        "store": lambda: _store(settings, opened()),
        "directory": lambda: _directory(settings, opened()),
        "camera": lambda: _camera(settings),
        "reader": lambda: _reader(settings),
        "printer": lambda: _printer(settings),
        "terminal": lambda: check_terminal(settings.terminal.speech, settings.data_protection.contact),
        "mail": lambda: check_mail(settings),
        "one_time_secrets": lambda: _open_secrets(settings),
        "clock": lambda: _clock(opened()),
        "keys": lambda: _keys(settings, opened()),
        "anchors": lambda: _anchors(settings),
        "disk": lambda: check_disk(_existing(_own_folder(settings))),
    }


def looked_over(settings: Settings) -> tuple[Finding, ...]:
    """Run every check once, the store opened once for all."""
    with one_store(settings) as opened:
        return examine(health_checks(settings, opened))


def student_check(settings: Settings, number: str) -> Check:
    """Return a check of one student's entry, as this computer is shown it."""

    def check() -> Seen:
        if not settings.directory.speaks_ldap:
            return Level.WARNING, "A register's lines were checked when it was taken in."
        from kiosk.wiring.ldap_directory import ldap_directory  # which nobody else needs

        faults = entry_faults(ldap_directory(settings, os.environ), number)
        return (Level.FAILED, " ".join(faults)) if faults else (Level.OK, "This student's entry is in order.")

    return check


def _settings(settings: Settings) -> Seen:
    if settings.file is None:
        return Level.WARNING, "There is no kiosk.toml: everything is as the example says."
    return Level.OK, f"{settings.file} is in order."


def _is_terminal(settings: Settings) -> bool:
    """Return True where the store can be asked for what a terminal needs only."""
    return settings.store.kind == "postgresql" and settings.store.role == "terminal"


def _store(settings: Settings, kept: Store) -> Seen:
    chosen = settings.store
    if chosen.kind == "sqlite" or chosen.role != "auditor":
        kept.check()
    if kept.is_demonstration:
        return Level.WARNING, "This is a demonstration store: nothing in it is real."
    if chosen.kind == "postgresql" and not _is_checked(settings):
        return Level.WARNING, (
            "The database server's certificate isn't fully checked: someone on the way could stand in for it. "
            'Set tls = "verify-full" in [store].'
        )
    if _is_terminal(settings):
        return Level.OK, "The store takes this terminal's requests."
    if not kept.all_staff():
        return Level.WARNING, "No staff yet: make the first administrator with `kiosk staff add`."
    return Level.OK, "The store saves durably."


def _is_checked(settings: Settings) -> bool:
    from kiosk.store.postgres.server import is_checked  # its driver takes a while to load

    return is_checked(parts.server(settings))


def _directory(settings: Settings, kept: Store) -> Seen:
    parts.directory(settings, kept).check()
    if settings.directory.speaks_ldap:
        return _ldap(settings)
    if settings.directory.kind == "pretend":
        return Level.WARNING, "The directory is pretend: nobody's real account is unlocked."
    if not _is_terminal(settings) and not kept.register_size():
        return Level.WARNING, "The student register is empty: take it in with `kiosk import`."
    return Level.OK, "The student register answers; it can't tell locks, nor end them."


def _ldap(settings: Settings) -> Seen:
    count = len(settings.directory.servers)
    answer = (
        "The directory's server answers" if count == 1 else f"All {count} servers of the directory answer"
    )
    if settings.directory.desk.bind is None:
        return Level.OK, f"{answer}; this computer looks students up, and sees no lock."
    return Level.OK, f"{answer}; this computer looks students up, and ends locks."


def _clock(kept: Store) -> Seen:
    return check_clock(now(), _last_event(kept), server=kept.clock())


def _camera(settings: Settings) -> Seen:
    with parts.open_camera(settings, None) as camera:
        frame = camera.read()
        if frame is None:
            raise CameraAway("The camera gives no picture: check its cable, or its paths in kiosk.toml.")
    height, width = frame.pixels.shape[:2]
    if not camera.is_live:
        return Level.WARNING, f"Pictures of {width}x{height} stand in for a camera."
    if width < 1280:
        return Level.WARNING, f"The camera gives {width}x{height}: documents need 1280x720 or more."
    return Level.OK, f"The camera gives {width}x{height}."


def _reader(settings: Settings) -> Seen:
    parts.frame_reader(settings)
    return Level.OK, "The reader's networks are whole."


def _printer(settings: Settings) -> Seen:
    if settings.printer.kind == "none":
        return Level.WARNING, "No printer is set up: tickets are shown, not printed."
    parts.printer(settings).check()
    return Level.OK, "The printer takes tickets."


def _open_secrets(settings: Settings) -> Seen:
    kept = parts.open_secrets(settings).all()
    return check_open_secrets(kept, now(), hands_over=settings.unlock.one_time_secret)


def _keys(settings: Settings, kept: Store) -> Seen:
    return check_keys(settings.journal.key_file, parts.sealer(settings).writer, kept.public_keys())


def _anchors(settings: Settings) -> Seen:
    folder = settings.journal.anchor_to
    if folder is None:
        return Level.WARNING, "A journal whose end is cut off goes unnoticed: set anchor_to in [journal]."
    anchoring.check_place(folder)
    return Level.OK, f"The journal's heads are also written to {folder}."


def _last_event(kept: Store) -> datetime | None:
    return max((head.at for head in kept.heads()), default=None)


def _own_folder(settings: Settings) -> Path:
    """Return where this computer keeps what is its own."""
    return settings.store.path.parent if settings.store.kind == "sqlite" else settings.data


def _existing(folder: Path) -> Path:
    """Return the folder, or the nearest one above it that exists."""
    return folder if folder.exists() or folder == folder.parent else _existing(folder.parent)
