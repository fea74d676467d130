"""A wire between a client and a server that a test can cut: at once, or when the client has asked so often."""

import contextlib
import selectors
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field

CHUNK = 65536


@dataclass
class Wire:
    """Carries bytes from its own port to the server's. cut_after: how many of the client's writes still pass."""

    port: int
    target: int
    listener: socket.socket = field(repr=False)
    cut_after: int | None = None
    writes: int = 0
    is_cut: bool = False
    is_silent: bool = False
    stopping: threading.Event = field(default_factory=threading.Event, repr=False)
    pairs: list[tuple[socket.socket, socket.socket]] = field(default_factory=list, repr=False)

    def serve(self) -> None:
        with selectors.DefaultSelector() as ready:
            ready.register(self.listener, selectors.EVENT_READ)
            while not self.stopping.is_set():
                for key, _ in ready.select(0.05):
                    if key.fileobj is self.listener:
                        self._accept(ready)
                    else:
                        self._carry(ready, key)
            for pair in list(self.pairs):
                self._close(ready, pair)

    def _accept(self, ready: selectors.BaseSelector) -> None:
        client, _ = self.listener.accept()
        if self.is_cut:
            client.close()
            return
        try:
            server = socket.create_connection(("127.0.0.1", self.target))
        except OSError:
            client.close()
            return
        pair = (client, server)
        self.pairs.append(pair)
        ready.register(client, selectors.EVENT_READ, (pair, server))
        ready.register(server, selectors.EVENT_READ, (pair, client))

    def _carry(self, ready: selectors.BaseSelector, key: selectors.SelectorKey) -> None:
        if key.data is None or key.data[0] not in self.pairs:
            return
        pair, other = key.data
        try:
            chunk = key.fileobj.recv(CHUNK)
            if key.fileobj is pair[0] and chunk:
                self.writes += 1
                if self.cut_after is not None and self.writes > self.cut_after:
                    self.is_cut = True
            if not chunk or self.is_cut:
                self._close(ready, pair)
            elif not self.is_silent:
                other.sendall(chunk)
        except OSError:
            self._close(ready, pair)

    def _close(self, ready: selectors.BaseSelector, pair: tuple[socket.socket, socket.socket]) -> None:
        self.pairs.remove(pair)
        for each in pair:
            ready.unregister(each)
            each.close()


@contextlib.contextmanager
def wire_to(target: int) -> Iterator[Wire]:
    """Lend a wire to this port of 127.0.0.1."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        wire = Wire(listener.getsockname()[1], target, listener)
        thread = threading.Thread(target=wire.serve, name="wire")
        thread.start()
        try:
            yield wire
        finally:
            wire.stopping.set()
            thread.join()
