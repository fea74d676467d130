"""Every setting there is: these classes are the list of known keys, their types, limits and defaults.

What each means to a campus is written beside it in resources/kiosk.example.toml.
"""

from dataclasses import dataclass, field
from pathlib import Path

from kiosk.settings.campus import Closure, DataProtection, Doors, Hours, Site, Symptoms
from kiosk.settings.directory import Directory
from kiosk.settings.parts import Camera, Channel, Journal, Mail, Notices, Printer, Spool, Store, Terminal
from kiosk.settings.rules import Card, Documents, Retention, Trust, Unlock

NO_KEY = {"no_key": True}  # not to be written in kiosk.toml


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """file: what was read, None without one. data: the folder for what this computer keeps."""

    file: Path | None = field(default=None, metadata=NO_KEY)
    data: Path = Path()
    site: Site = Site()
    store: Store = Store()
    spool: Spool = Spool()
    directory: Directory = Directory()
    channel: Channel = Channel()
    camera: Camera = Camera()
    terminal: Terminal = Terminal()
    printer: Printer = Printer()
    notices: Notices = Notices()
    mail: Mail = Mail()
    journal: Journal = Journal()
    card: Card = Card()
    documents: Documents = Documents()
    trust: Trust = Trust()
    unlock: Unlock = Unlock()
    doors: Doors = Doors()
    data_protection: DataProtection = DataProtection()
    symptoms: Symptoms = Symptoms()
    hours: Hours = Hours()
    closures: tuple[Closure, ...] = ()
    retention: Retention = Retention()
