"""Work that may be slow, away from the window: a Task on a thread pool, its outcome handed over by signal."""

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot

Result = TypeVar("Result")


class _Line(QObject):
    """The way back into the window's thread: made there, so that a queued signal runs there."""

    came_back = Signal(object, object)


class Task(QObject):
    """One piece of work under way. Emits exactly one of: done(result), failed(error)."""

    done = Signal(object)
    failed = Signal(object)

    def __init__(self, work: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.work = work
        self.line = _Line()
        self.line.came_back.connect(self._hand_over)

    @Slot(object, object)
    def _hand_over(self, result: object, error: object) -> None:
        if error is None:
            self.done.emit(result)
        else:
            self.failed.emit(error)


class _Run:
    """A plain callable: of QRunnables in Python, PySide 6.11 keeps one in some hundred for ever, and all they hold."""

    def __init__(self, task: Task) -> None:
        self.work, self.line = task.work, task.line

    def __call__(self) -> None:
        """Run in the pool. Every error is a value: the window decides what it means."""
        try:
            result = self.work()
        except Exception as error:  # noqa: BLE001  the outermost edge of a background thread
            self.line.came_back.emit(None, error)
        else:
            self.line.came_back.emit(result, None)


class Background(QObject):
    """Runs tasks and joins them at the end. Keeps each task until its outcome was handed over.

    Connect bound methods of QObjects to a task's signals, never lambdas: they would run in the pool's thread.
    """

    idle = Signal()

    def __init__(self, threads: int = 2, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.pool = QThreadPool()
        self.pool.setMaxThreadCount(threads)
        self.under_way: set[Task] = set()

    def run(
        self,
        work: Callable[[], object],
        done: Callable[[Any], None],
        failed: Callable[[Any], None],
    ) -> Task:
        """Start `work` soon; call `done` with its result or `failed` with its exception, in this object's thread."""
        task = Task(work)
        task.done.connect(done)
        task.failed.connect(failed)
        task.line.came_back.connect(self._forget)
        self.under_way.add(task)
        self.pool.start(_Run(task))
        return task

    def close(self, patience_ms: int = -1) -> bool:
        """Drop what hasn't begun, wait for what has; late outcomes go nowhere. Return whether all ended in time."""
        for task in self.under_way:
            task.blockSignals(True)
        self.pool.clear()
        ended = self.pool.waitForDone(patience_ms)
        self.under_way.clear()
        return ended

    @Slot(object, object)
    def _forget(self, *_outcome: object) -> None:
        line = self.sender()
        self.under_way = {task for task in self.under_way if task.line is not line}
        if not self.under_way:
            self.idle.emit()
