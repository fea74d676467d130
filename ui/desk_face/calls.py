"""What terminals ask for: a notice for each call, until somebody goes."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication

from kiosk.request.staff_call import StaffCall
from ui.desk_acts.calling import Going
from ui.desk_acts.queue_watch import QueueNow
from ui.desk_face.notices import Notices
from ui.desk_face.scene import Scene
from ui.desk_views.calls import CALL, call_code, call_views, taken_view


class Calls(QObject):
    """Knows the calls that wait, the oldest first. answered: from here, and perhaps not yet so when a look began."""

    def __init__(self, scene: Scene, notices: Notices, parent: QObject) -> None:
        super().__init__(parent)
        self.scene, self.notices = scene, notices
        self.waiting: tuple[StaffCall, ...] = ()
        self.answered: frozenset[StaffCall] = frozenset()
        scene.controller.queue.seen.connect(self._on_seen)
        scene.controller.calling.going.connect(self._on_going)
        notices.act_asked.connect(self._on_act_asked)

    def press(self) -> None:
        """Go to whoever has waited longest."""
        if self.waiting:
            self.scene.controller.calling.go(self.waiting[0])

    def forget(self) -> None:
        self.waiting, self.answered = (), frozenset()

    @Slot(object)
    def _on_seen(self, seen: QueueNow) -> None:
        self.answered &= frozenset(seen.calls)
        waiting = tuple(call for call in seen.calls if call not in self.answered)
        if waiting == self.waiting:
            return
        is_new = bool(set(waiting) - set(self.waiting))
        self.waiting = waiting
        self.tell()
        if is_new:
            QApplication.alert(self.scene.window)  # the window may lie under another

    @Slot(str)
    def _on_act_asked(self, code: str) -> None:
        for call in self.waiting:
            if code == call_code(call):
                self.scene.controller.calling.go(call)

    @Slot(object)
    def _on_going(self, going: Going) -> None:
        self.answered |= {going.call}
        self.waiting = tuple(call for call in self.waiting if call != going.call)
        self.tell()
        if not going.is_first:
            self.notices.put(taken_view(self.scene.when(), going.call))

    def tell(self) -> None:
        """Tell them in the present language, and no others."""
        self.notices.put_all(CALL, call_views(self.scene.when(), self.waiting))
