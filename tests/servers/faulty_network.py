"""A TCP proxy between a client and a server: it drops, delays and half-closes, when the test says so."""

import contextlib
import selectors
import socket
import threading
from dataclasses import dataclass, field
from typing import Self

CHUNK = 65536


@dataclass(slots=True)
class Proxy:
    """port: where it listens. swallows: nothing comes back from the server any more. refuses: nobody gets in.

    writes: how often clients wrote. loses: the answer to which of these writes is lost, and its connection with it.
    """

    target: int
    listener: socket.socket = field(init=False)
    pairs: list[tuple[socket.socket, socket.socket]] = field(default_factory=list)
    swallows: bool = False
    refuses: bool = False
    delay_s: float = 0.0
    writes: int = 0
    loses: int | None = None
    ended: threading.Event = field(default_factory=threading.Event)
    thread: threading.Thread = field(init=False)

    def __post_init__(self) -> None:
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.thread = threading.Thread(target=self._serve)

    @property
    def port(self) -> int:
        return int(self.listener.getsockname()[1])

    def __enter__(self) -> Self:
        self.thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.ended.set()
        self.thread.join()
        self.drop()
        self.listener.close()

    def drop(self) -> None:
        """End every connection that stands."""
        while self.pairs:
            with contextlib.suppress(IndexError):  # the serving thread ended the last one itself
                for side in self.pairs.pop():
                    side.close()

    def half_close(self) -> None:
        """The server's side says that it has ended; the client's way to it stays open."""
        for client, _ in list(self.pairs):
            with contextlib.suppress(OSError):
                client.shutdown(socket.SHUT_WR)

    def _serve(self) -> None:
        while not self.ended.is_set():
            with selectors.DefaultSelector() as ready:
                ready.register(self.listener, selectors.EVENT_READ, None)
                for client, server in list(self.pairs):
                    with contextlib.suppress(ValueError, KeyError):
                        ready.register(client, selectors.EVENT_READ, (client, server, False))
                        ready.register(server, selectors.EVENT_READ, (server, client, True))
                for key, _ in ready.select(0.02):
                    self._pass_on(key.data)

    def _pass_on(self, way: tuple[socket.socket, socket.socket, bool] | None) -> None:
        if way is None:
            self._accept()
            return
        source, sink, comes_back = way
        try:
            words = source.recv(CHUNK)
            if comes_back and self.delay_s:
                self.ended.wait(self.delay_s)
            self.writes += bool(words) and not comes_back
            if comes_back and self.loses == self.writes:
                self.loses, words = None, b""
            if words and not (comes_back and self.swallows):
                sink.sendall(words)
        except OSError:
            words = b""
        if not words:
            self._end(source)

    def _accept(self) -> None:
        client, _ = self.listener.accept()
        if self.refuses:
            client.close()
            return
        try:
            self.pairs.append((client, socket.create_connection(("127.0.0.1", self.target))))
        except OSError:
            client.close()

    def _end(self, side: socket.socket) -> None:
        for pair in [each for each in self.pairs if side in each]:
            with contextlib.suppress(ValueError):  # the test dropped it meanwhile
                self.pairs.remove(pair)
            for each in pair:
                each.close()
