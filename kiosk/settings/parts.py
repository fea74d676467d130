"""Settings of the outside parts: where things are kept, known, seen, printed and told."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from kiosk.settings.allowed import Between, Like

Mailbox = Annotated[
    str, Like(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+", "a mail address")
]
Host = Annotated[str, Like(r"[A-Za-z0-9.:-]+", "the name or the address of a computer")]
OneLine = Annotated[
    str, Like(r"[^\x00-\x1f\x7f\u2028\u2029]*\S[^\x00-\x1f\x7f\u2028\u2029]*", "a text on one line")
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Store:
    """address, role and what follows are for kind = "postgresql"."""

    kind: Literal["sqlite", "postgresql"] = "sqlite"
    path: Path = Path("kiosk.sqlite")
    address: str | None = None
    role: Literal["desk", "terminal", "auditor"] = "desk"
    password_file: Path | None = None
    tls: Literal["verify-full", "verify-ca", "require", "disable"] = "verify-full"
    authorities: Path | None = None
    certificate: Path | None = None
    key: Path | None = None
    connections: Annotated[int, Between(1, 50)] = 4
    groups: Annotated[str, Like(r"[a-z][a-z0-9_]{0,30}", "small letters, digits and _")] = "kiosk"
    demonstration: bool = False
    first_register: Path | None = None
    first_staff: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Spool:
    """seal: the campus' public half; None: while the store is away nothing is taken."""

    seal: Annotated[str, Like(r"[A-Za-z0-9+/]{43}=", "what `kiosk spool key` prints")] | None = None
    path: Path = Path("spool.sqlite")
    most: Annotated[int, Between(1, 100_000)] = 500
    key_file: Path = Path("campus.key")


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """to: digital support's mailbox, for "mail"."""

    kind: Literal["by_hand", "directory", "mail"] = "by_hand"
    to: Mailbox | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """The campus' outgoing mail server. folder: what is known of each mail's sending."""

    host: Host | None = None
    port: Annotated[int, Between(1, 65535)] = 587
    security: Literal["starttls", "tls", "none"] = "starttls"
    ca_file: Path | None = None
    login: OneLine | None = None
    password_file: Path | None = None
    sender: Mailbox | None = None
    reply_to: Mailbox | None = None
    timeout_seconds: Annotated[float, Between(1, 10)] = 10.0
    folder: Path = Path("mail")


@dataclass(frozen=True, slots=True, kw_only=True)
class Camera:
    """device: a number, or the path of a device file."""

    kind: Literal["webcam", "pictures"] = "webcam"
    device: (
        Annotated[int, Between(0, 63)] | Annotated[str, Like(r"/dev/\S+", 'a path like "/dev/video0"')]
    ) = 0
    paths: tuple[Path, ...] = ()
    width: Annotated[int, Between(640, 7680)] = 1920
    height: Annotated[int, Between(480, 4320)] = 1080


@dataclass(frozen=True, slots=True, kw_only=True)
class Printer:
    kind: Literal["none", "file", "escpos", "system"] = "none"
    folder: Path = Path("tickets")
    device: Path = Path("/dev/usb/lp0")
    queue: Annotated[str, Like(r"[^\s/#-][^\s/#]*", "the name of a print queue")] | None = None
    columns: Annotated[int, Between(24, 80)] = 42


@dataclass(frozen=True, slots=True, kw_only=True)
class Notices:
    """phone, mailbox: where holders say that it wasn't they, for "mail"."""

    kind: Literal["silent", "outbox", "mail"] = "silent"
    folder: Path = Path("outbox")
    phone: OneLine | None = None
    mailbox: Mailbox | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Journal:
    key_file: Path = Path("device.key")
    anchor_to: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Terminal:
    motion: Literal["normal", "none"] = "normal"
    speech: Literal["off", "espeak-ng"] = "off"
