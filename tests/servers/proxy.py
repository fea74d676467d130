"""A TCP proxy between a client and a server: it cuts, drops, delays, half-closes or falls silent when told to."""

import contextlib
import selectors
import socket
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue
from typing import Self

CHUNK = 65536
LOOK_S = 0.02  # an order is heard within this time
PATIENCE_S = 30.0

Pair = tuple[socket.socket, socket.socket]


@dataclass(slots=True, eq=False)
class Proxy:
    """target: the server's port on 127.0.0.1.

    is_cut: nobody gets in, and whoever is in is out at the next word. cut_after: so after this many writes.
    is_silent: nothing comes back from the server any more. delay_s: so late does each answer come.
    loses: the answer to which write is lost, and its connection with it. writes: how often clients wrote.

    Only the serving thread touches a connection: what a test orders is done there.
    """

    target: int
    is_cut: bool = False
    cut_after: int | None = None
    is_silent: bool = False
    delay_s: float = 0.0
    loses: int | None = None
    writes: int = 0
    pairs: list[Pair] = field(default_factory=list, repr=False)
    _listener: socket.socket = field(init=False, repr=False)
    _thread: threading.Thread = field(init=False, repr=False)
    _orders: SimpleQueue[Callable[[], None]] = field(default_factory=SimpleQueue, repr=False)
    _ended: threading.Event = field(default_factory=threading.Event, repr=False)
    _ready: selectors.BaseSelector = field(default_factory=selectors.DefaultSelector, repr=False)

    def __enter__(self) -> Self:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._ready.register(self._listener, selectors.EVENT_READ)
        self._thread = threading.Thread(target=self._serve, name="proxy")
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._thread.join()
        self._listener.close()
        self._ready.close()

    @property
    def port(self) -> int:
        return int(self._listener.getsockname()[1])

    def drop(self) -> None:
        """End every connection that stands."""
        self._order(self._end_all)

    def half_close(self) -> None:
        """The server's side says that it has ended; the client's way to it stays open."""
        self._order(self._half_close_all)

    def _order(self, act: Callable[[], None]) -> None:
        done = threading.Event()
        self._orders.put(act)
        self._orders.put(done.set)
        assert done.wait(PATIENCE_S), "the proxy doesn't serve"

    def _serve(self) -> None:
        while not self._ended.is_set():
            with contextlib.suppress(Empty):
                while True:
                    self._orders.get_nowait()()
            for key, _ in self._ready.select(LOOK_S):
                if key.data is None:
                    self._accept()
                elif key.data in self.pairs:  # not ended by the word before
                    self._pass_on(key.data, came_back=key.fileobj is key.data[1])
        self._end_all()

    def _accept(self) -> None:
        client, _ = self._listener.accept()
        if self.is_cut:
            client.close()
            return
        try:
            pair = (client, socket.create_connection(("127.0.0.1", self.target)))
        except OSError:
            client.close()
            return
        self.pairs.append(pair)
        for side in pair:
            self._ready.register(side, selectors.EVENT_READ, pair)

    def _pass_on(self, pair: Pair, *, came_back: bool) -> None:
        source, sink = reversed(pair) if came_back else pair
        try:
            words = source.recv(CHUNK)
            passes = self._answered() if came_back else self._asked(words)
            if not words or not passes:
                self._end(pair)
            elif not (came_back and self.is_silent):
                sink.sendall(words)
        except OSError:
            self._end(pair)

    def _asked(self, words: bytes) -> bool:
        """Count a client's write; return whether it passes."""
        self.writes += bool(words)
        if self.cut_after is not None and self.writes > self.cut_after:
            self.is_cut = True
        return not self.is_cut

    def _answered(self) -> bool:
        """Return whether this answer passes."""
        self._ended.wait(self.delay_s)
        if self.loses == self.writes:
            self.loses = None
            return False
        return not self.is_cut

    def _end(self, pair: Pair) -> None:
        self.pairs.remove(pair)
        for side in pair:
            self._ready.unregister(side)
            side.close()

    def _end_all(self) -> None:
        for pair in list(self.pairs):
            self._end(pair)

    def _half_close_all(self) -> None:
        for client, _ in self.pairs:
            with contextlib.suppress(OSError):
                client.shutdown(socket.SHUT_WR)
