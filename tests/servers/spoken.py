"""An LDAP server of a few lines over TLS: it takes every bind, and tells of itself what the test wrote down."""

import contextlib
import socket
import ssl
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Self

from tests.servers.certificates import Certificate

SEQUENCE, SET, INTEGER, OCTETS, ENUMERATED = 0x30, 0x31, 0x02, 0x04, 0x0A
BIND, BOUND, UNBIND, SEARCH, ENTRY, DONE = 0x60, 0x61, 0x42, 0x63, 0x64, 0x65  # Source: RFC 4511, 4.2 to 4.5


@dataclass(slots=True)
class Spoken:
    """root: what stands at "", by attribute. Any other entry is there, and empty."""

    certificate: Certificate
    root: Mapping[str, Sequence[str]]
    listener: socket.socket = field(init=False)
    thread: threading.Thread = field(init=False)
    clients: list[socket.socket] = field(default_factory=list)
    talks: list[threading.Thread] = field(default_factory=list)

    def __enter__(self) -> Self:
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.thread = threading.Thread(target=self._serve)
        self.thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        for each in (self.listener, *self.clients):
            with contextlib.suppress(OSError):  # it ended by itself
                each.shutdown(socket.SHUT_RDWR)
        for thread in (self.thread, *self.talks):
            thread.join()
        self.listener.close()

    @property
    def url(self) -> str:
        return f"ldaps://127.0.0.1:{self.listener.getsockname()[1]}"

    def _serve(self) -> None:
        with contextlib.suppress(OSError):  # the test is over
            while True:
                client, _ = self.listener.accept()
                self.clients.append(client)
                self.talks.append(threading.Thread(target=self._talk, args=[client]))
                self.talks[-1].start()

    def _talk(self, client: socket.socket) -> None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.certificate.certificate, self.certificate.key)
        with (
            client,
            contextlib.suppress(OSError, EOFError),
            context.wrap_socket(client.dup(), server_side=True) as talk,
        ):
            self._answer(talk)

    def _answer(self, talk: ssl.SSLSocket) -> None:
        while True:
            _, message = _read(talk)
            _, number, rest = _split(message)
            tag, asked, _ = _split(rest)
            if tag == BIND:
                _say(talk, number, _wrapped(BOUND, _RESULT))
            elif tag == SEARCH:
                _, base, _ = _split(asked)
                _say(talk, number, self._entry(base))
                _say(talk, number, _wrapped(DONE, _RESULT))
            else:
                return

    def _entry(self, dn: bytes) -> bytes:
        told = self.root if not dn else {"objectClass": ["top"]}
        attributes = b"".join(
            _wrapped(SEQUENCE, _wrapped(OCTETS, name.encode()) + _wrapped(SET, _values(values)))
            for name, values in told.items()
        )
        return _wrapped(ENTRY, _wrapped(OCTETS, dn) + _wrapped(SEQUENCE, attributes))


def _values(values: Sequence[str]) -> bytes:
    return b"".join(_wrapped(OCTETS, each.encode()) for each in values)


def _wrapped(tag: int, content: bytes) -> bytes:
    """Return a BER element; its length in four bytes where one doesn't hold it."""
    size = len(content)
    length = bytes([size]) if size < 0x80 else b"\x84" + size.to_bytes(4, "big")
    return bytes([tag]) + length + content


def _split(content: bytes) -> tuple[int, bytes, bytes]:
    """Return the first element's tag and content, and what follows it."""
    tag, size, at = content[0], content[1], 2
    if size & 0x80:
        at += size & 0x7F
        size = int.from_bytes(content[2:at], "big")
    return tag, content[at : at + size], content[at + size :]


def _read(talk: ssl.SSLSocket) -> tuple[int, bytes]:
    head = _exactly(talk, 2)
    size = head[1]
    if size & 0x80:
        size = int.from_bytes(_exactly(talk, size & 0x7F), "big")
    return head[0], _exactly(talk, size)


def _exactly(talk: ssl.SSLSocket, size: int) -> bytes:
    got = b""
    while len(got) < size:
        more = talk.recv(size - len(got))
        if not more:
            raise EOFError
        got += more
    return got


def _say(talk: ssl.SSLSocket, number: bytes, answer: bytes) -> None:
    talk.sendall(_wrapped(SEQUENCE, _wrapped(INTEGER, number) + answer))


_RESULT = _wrapped(ENUMERATED, b"\x00") + _wrapped(OCTETS, b"") * 2
