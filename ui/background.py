"""Work that may be slow, away from the window: a Task on a thread pool, its outcome handed over by signal."""

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot

Result = TypeVar("Result")


class _Line(QObject):
    """The way back into the window's thread: made there, so that a queued signal runs there.

    It must die there as well: a QObject made in Python that is destroyed in another thread holds a lock of Qt's and
    waits for Python's, while the window may hold Python's and wait for Qt's. So there is one for all tasks, which
    outlives them, and no run holds the last reference.
    """

    came_back = Signal(int, object, object)


class Task(QObject):
    """One piece of work under way. Emits exactly one of: done(result), failed(error)."""

    done = Signal(object)
    failed = Signal(object)

    def hand_over(self, result: object, error: object) -> None:
        """Tell how it ended, in the window's thread."""
        if error is None:
            self.done.emit(result)
        else:
            self.failed.emit(error)


class _Run:
    """A plain callable: of QRunnables in Python, PySide 6.11 keeps one in some hundred for ever, and all they hold."""

    def __init__(self, work: Callable[[], object], line: _Line, number: int) -> None:
        self.work, self.line, self.number = work, line, number

    def __call__(self) -> None:
        """Run in the pool. Every error is a value: the window decides what it means."""
        try:
            result = self.work()
        except Exception as error:  # noqa: BLE001  the outermost edge of a background thread
            self.line.came_back.emit(self.number, None, error)
        else:
            self.line.came_back.emit(self.number, result, None)


class Background(QObject):
    """Runs tasks and joins them at the end. Keeps each task until its outcome was handed over.

    Connect bound methods of QObjects to a task's signals, never lambdas: they would run in the pool's thread.
    """

    idle = Signal()

    def __init__(self, threads: int = 2, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.pool = QThreadPool()
        self.pool.setMaxThreadCount(threads)
        self.line = _Line()
        self.line.came_back.connect(self._on_back)
        self.under_way: dict[int, Task] = {}
        self.begun = 0

    def run(
        self,
        work: Callable[[], object],
        done: Callable[[Any], None],
        failed: Callable[[Any], None],
    ) -> Task:
        """Start `work` soon; call `done` with its result or `failed` with its exception, in this object's thread."""
        task = Task()
        task.done.connect(done)
        task.failed.connect(failed)
        self.begun += 1
        self.under_way[self.begun] = task
        self.pool.start(_Run(work, self.line, self.begun))
        return task

    def close(self, patience_ms: int = -1) -> bool:
        """Drop what hasn't begun, wait for what has; late outcomes go nowhere. Return whether all ended in time."""
        self.line.blockSignals(True)
        self.pool.clear()
        ended = self.pool.waitForDone(patience_ms)
        self.under_way.clear()
        if not ended:
            _HANGING.append(self.line)
        return ended

    @Slot(int, object, object)
    def _on_back(self, number: int, result: object, error: object) -> None:
        task = self.under_way.pop(number, None)
        if task is not None:
            task.hand_over(result, error)
        if not self.under_way:
            self.idle.emit()


_HANGING: list[_Line] = []  # lines of what still hung at the end: they stay for as long as the program
