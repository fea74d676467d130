"""A real mail server on 127.0.0.1, with TLS by an authority made for the test. It does what it is told to: take,
refuse, greylist, hang, or break off.
"""

import asyncio
import contextlib
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from tests.servers.authority import Authority

LOGIN, PASSWORD = "kiosk", "correct horse battery"


@dataclass(slots=True)
class Mailbox:
    """What arrived, and what the server answers. rcpt: an address' own answer. answer: to the message itself.

    silence: held until set, the server says nothing after a message. keeps: whether a message that gets another answer
    than 250 is kept all the same.
    """

    arrived: list[tuple[str, EmailMessage]] = field(default_factory=list)
    raw: list[bytes] = field(default_factory=list)
    rcpt: dict[str, str] = field(default_factory=dict)
    answer: str = "250 taken"
    breaks_off: bool = False
    tries: int = 0

    def to(self, address: str) -> list[EmailMessage]:
        return [mail for receiver, mail in self.arrived if receiver == address]

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        envelope.rcpt_tos.append(address)
        return self.rcpt.get(address, "250 OK")

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        self.tries += 1
        if self.answer.startswith("250"):
            content = bytes(envelope.original_content or b"")
            self.raw.append(content)
            mail = message_from_bytes(content, policy=default)
            self.arrived += [(address, mail) for address in envelope.rcpt_tos]
        if self.breaks_off:
            server.transport.abort()
        return self.answer


def _authenticate(
    _server: SMTP, _session: Session, _envelope: Envelope, _mechanism: str, given: Any
) -> AuthResult:
    is_right = isinstance(given, LoginPassword) and (given.login, given.password) == (
        LOGIN.encode(),
        PASSWORD.encode(),
    )
    return AuthResult(success=is_right, handled=False)


@contextmanager
def mail_server(
    mailbox: Mailbox,
    tls: ssl.SSLContext | None = None,
    *,
    implicit: bool = False,
    auth: bool = False,
    port: int = 0,
) -> Iterator[int]:
    """Run the server in a thread and lend its port."""
    options: dict[str, Any] = {"tls_context": tls, "require_starttls": True} if tls and not implicit else {}
    if auth:
        options |= {"authenticator": _authenticate, "auth_required": True}
    listening = socket.create_server(("127.0.0.1", port))
    running = _Running(
        listening, lambda: SMTP(mailbox, hostname="mail.test", **options), tls if implicit else None
    )
    running.start()
    running.is_up.wait()
    try:
        yield listening.getsockname()[1]
    finally:
        running.stop()


class _Running(threading.Thread):
    """An event loop with the server in it."""

    def __init__(
        self, listening: socket.socket, make: Callable[[], SMTP], tls: ssl.SSLContext | None
    ) -> None:
        super().__init__(name="mail server of a test")
        self.listening, self.make, self.tls = listening, make, tls
        self.is_up = threading.Event()
        self.loop = asyncio.new_event_loop()
        self.end = asyncio.Event()

    def run(self) -> None:
        with contextlib.closing(self.loop):
            self.loop.run_until_complete(self._serve())

    def stop(self) -> None:
        self.loop.call_soon_threadsafe(self.end.set)
        self.join()

    async def _serve(self) -> None:
        server = await self.loop.create_server(self.make, sock=self.listening, ssl=self.tls)
        self.loop.set_exception_handler(
            lambda *_: None
        )  # a peer that breaks off is what some tests are about
        self.is_up.set()
        await self.end.wait()
        server.close()
        await server.wait_closed()
        others = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)
        await asyncio.sleep(0)


def server_tls(
    authority: Authority, folder: Path, name: str = "127.0.0.1", *, expired: bool = False
) -> ssl.SSLContext:
    """Return a server's TLS with a certificate of this name."""
    certificate, key = authority.issue(name, expired=expired)
    path = folder / f"mail-{name}.pem"
    path.write_bytes(key + certificate)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path)
    return context


@contextmanager
def mute_server() -> Iterator[int]:
    """Run a server that takes connections and never says a word."""
    listening = socket.create_server(("127.0.0.1", 0))
    try:
        yield listening.getsockname()[1]
    finally:
        listening.close()
