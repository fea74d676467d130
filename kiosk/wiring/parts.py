"""From settings to the outside parts.

Drivers and libraries take a while to load: each comes where the settings choose it, and nobody waits for another's.
"""

import os
import secrets
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from kiosk.camera import Camera
from kiosk.channel import Channel
from kiosk.channel.by_directory import ByDirectory, Proof
from kiosk.channel.by_hand import ByHand
from kiosk.directory import Directory
from kiosk.directory.pretend import PretendDirectory
from kiosk.directory.register import Register
from kiosk.errors import Refused, SettingsWrong
from kiosk.journal.sealer import DeviceSealer
from kiosk.key_file import device_key, key_in
from kiosk.notices import Notices
from kiosk.notices.outbox import Outbox
from kiosk.notices.silent import Silent
from kiosk.open_secrets import OpenSecrets
from kiosk.password_file import password_in
from kiosk.printer import Printer, SlipPrinter
from kiosk.printer.escpos import EscposPrinter
from kiosk.printer.file import FilePrinter
from kiosk.printer.none import NoPrinter
from kiosk.printer.system import SystemPrinter
from kiosk.settings import Settings
from kiosk.store import Store, open_server, open_store
from kiosk.wiring.clock import now
from kiosk.wiring.rules import card_rules

if TYPE_CHECKING:
    from kiosk.reading.frame_reader import FrameReader
    from kiosk.spool.sealing import CampusKey
    from kiosk.spool.writing import Writing
    from kiosk.store.postgres.server import Server

PASSWORD_FILE, LOGIN_FILE = "store.password", "store.login"
NEW = (
    "This terminal isn't enrolled yet: start kiosk-terminal and hold the desk's token to its camera, or type "
    "`kiosk device enrol TOKEN`."
)
LIVE_ONLY = "A live store takes frames from a live device only: pictures and videos are for demonstrations."


def sealer(settings: Settings) -> DeviceSealer:
    """Return what signs this device's events."""
    return DeviceSealer(device_key(settings.journal.key_file, secrets.token_bytes))


def server(settings: Settings, login: str | None = None) -> "Server":
    """Return the database server that the settings name, as this login where they name none. Raises SettingsWrong."""
    from kiosk.store.postgres.server import Server, with_login

    chosen = settings.store
    address, file = chosen.address or "", chosen.password_file
    if login is None and is_new(settings):
        raise SettingsWrong(NEW)
    if names_no_login(settings):
        address = with_login(address, login or password_in(login_file(settings)))
        file = file or settings.data / PASSWORD_FILE
    return Server(
        address=address,
        role=chosen.role,
        password=password_in(file) if file is not None else os.environ.get("KIOSK_STORE_PASSWORD"),
        tls=chosen.tls,
        authorities=chosen.authorities,
        certificate=chosen.certificate,
        key=chosen.key,
        connections=chosen.connections,
    )


def names_no_login(settings: Settings) -> bool:
    """Return True for a terminal whose settings leave its login to be given when it is enrolled."""
    chosen = settings.store
    if chosen.kind != "postgresql" or chosen.role != "terminal":
        return False
    from kiosk.store.postgres.server import names_login

    return not names_login(chosen.address or "")


def login_file(settings: Settings) -> Path:
    """Return where a terminal keeps the login that it was given."""
    return settings.data / LOGIN_FILE


def is_new(settings: Settings) -> bool:
    """Return True for a terminal that nobody has admitted yet."""
    return names_no_login(settings) and not login_file(settings).exists()


def store(settings: Settings, *, may_come_late: bool = False) -> Store:
    """Open the store that the settings name. may_come_late: a terminal's needn't answer yet."""
    if settings.store.kind == "postgresql":
        return open_server(
            server(settings),
            sealer(settings),
            demonstration=settings.store.demonstration,
            may_come_late=may_come_late,
        )
    return open_store(
        settings.store.path,
        sealer(settings),
        demonstration=settings.store.demonstration,
        may_come_late=may_come_late,
    )


def spool(settings: Settings) -> "Writing | None":
    """Return where this terminal writes while the store is away; None where the settings name no seal."""
    chosen = settings.spool
    if chosen.seal is None:
        return None
    from kiosk.spool.sealing import CampusSeal
    from kiosk.spool.writing import Writing
    from kiosk.store.sqlite.spool import SpoolFile

    seal, device = CampusSeal.parse(chosen.seal), sealer(settings)
    file = SpoolFile(chosen.path, chosen.most)
    return Writing(file, seal, device.writer, device.key.sign, secrets.token_bytes)


def campus_key(settings: Settings) -> "CampusKey | None":
    """Return what opens terminals' letters; None where it isn't kept."""
    private = key_in(settings.spool.key_file)
    if private is None:
        return None
    from kiosk.spool.sealing import CampusKey

    return CampusKey(private)


def directory(settings: Settings, kept: Store) -> Directory:
    """Return the directory: the campus' own over LDAP, or one that lives on the store's register."""
    if settings.directory.speaks_ldap:
        from kiosk.wiring.ldap_directory import ldap_directory

        return ldap_directory(settings, os.environ)
    if settings.directory.kind == "pretend":
        return PretendDirectory(
            kept.register_entry, kept.set_register_account, demonstration=kept.is_demonstration
        )
    return Register(kept.register_entry, kept.find_student)


def channel(settings: Settings, known: Directory) -> Channel:
    """Return how approved requests are carried out."""
    if settings.channel.kind == "mail":
        from kiosk.wiring.mail import by_mail

        return by_mail(settings)
    if settings.channel.kind == "directory":
        proof = Proof(settings.directory.proof_looks, settings.directory.proof_pause_seconds)
        return ByDirectory(known, time.sleep, proof)
    return ByHand()


def notices(settings: Settings, kept: Store, known: Directory) -> Notices:
    """Return how holders are told."""
    if settings.notices.kind == "mail":
        from kiosk.wiring.mail import mail_notices

        return mail_notices(settings, kept, known)
    return Outbox(settings.notices.folder) if settings.notices.kind == "outbox" else Silent()


def printer(settings: Settings) -> Printer:
    """Return what prints tickets."""
    chosen = settings.printer
    if chosen.kind == "file":
        return FilePrinter(chosen.folder, chosen.columns)
    if chosen.kind == "escpos":
        return EscposPrinter(chosen.device, chosen.columns)
    if chosen.kind == "system":
        return SystemPrinter(chosen.queue or "", chosen.columns)
    return NoPrinter()


def slips(settings: Settings) -> SlipPrinter | None:
    """Return what one-time secrets are printed on, None where this campus hands none over."""
    if not settings.unlock.one_time_secret:
        return None
    return EscposPrinter(settings.printer.device, settings.printer.columns)


def open_secrets(settings: Settings) -> OpenSecrets:
    """Return the notes of what was handed over here, which outlast the setting that allows it."""
    return OpenSecrets(settings.data / "one_time_secrets")


def open_camera(settings: Settings, paths: Sequence[Path] | None) -> Camera:
    """Open a camera on these files, or the one that the settings name. Raises CameraAway, Refused."""
    chosen = settings.camera
    if paths is None and chosen.kind == "webcam":
        from kiosk.camera.webcam import Webcam

        return Webcam(chosen.device, chosen.width, chosen.height)
    if not settings.store.demonstration:
        raise Refused(LIVE_ONLY, "live_only")
    from kiosk.camera.pictures import Pictures

    return Pictures(chosen.paths if paths is None else paths)


def frame_reader(settings: Settings, threads: int = 1) -> "FrameReader":
    """Return a reader of frames, its networks loaded; for one thread. Raises ModelAway.

    It reads specimens of Utopia too: whether one is accepted is the policy's to say.
    """
    from kiosk.reading.frame_reader import FrameReader
    from kiosk.reading.mrz_ocr import MrzReader

    zone = ZoneInfo(settings.site.time_zone)
    return FrameReader(
        MrzReader(threads=threads),
        card_rules(settings),
        today=lambda: now().astimezone(zone).date(),
        specimens_allowed=True,
    )
