"""What happens when a bug shows up: forget the visitor, show out of order, start again. Never go on as if nothing."""

import logging
import sys
import threading
from collections.abc import Callable
from types import TracebackType

log = logging.getLogger(__name__)


def install_failsafe(fall: Callable[[], None]) -> None:
    """Lead every exception that nobody caught, in a slot or in a thread, to `fall`.

    `fall` must be callable from any thread: a signal's emit is. Messages of exceptions may quote data, so that only
    the kind and the place are logged.
    """

    def on_exception(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        log.critical("bug", extra={"kind": kind.__name__, "place": place_of(trace)})
        fall()

    def on_thread_exception(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            on_exception(args.exc_type, args.exc_value, args.exc_traceback)

    sys.excepthook = on_exception
    threading.excepthook = on_thread_exception


def place_of(trace: TracebackType | None) -> str:
    """Return "module:line" of where it went wrong, without values."""
    if trace is None:
        return "unknown"
    while trace.tb_next is not None:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_globals.get('__name__', 'unknown')}:{trace.tb_lineno}"


def log_bug(error: object) -> None:
    """Log the kind and the place only, since a message may quote a person."""
    trace = error.__traceback__ if isinstance(error, BaseException) else None
    log.critical("bug", extra={"kind": type(error).__name__, "place": place_of(trace)})
