"""One process of `faces.py`: start a window, touch it, show it a video, send visitors through it, or leave it alone.

python face_probe.py start-terminal|start-desk|tap|preview|visits|idle CAMPUS DATA
"""

import gc
import os
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pathlib import Path

VISITS = (10, 100, 1_000)  # the first hundred fill caches and the allocator's pools
LEAVE_ALONE_S = 20
PREVIEW_S = 20
TAPS = 40
_kept: list[object] = []  # Python must hold an application, or it goes


def main() -> None:
    probe, campus, data = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    data.mkdir(parents=True, exist_ok=True)
    if probe.startswith("start-"):
        _start(probe.removeprefix("start-"), campus, data)
    else:
        {"tap": _tap, "preview": _preview, "visits": _visits, "idle": _idle}[probe](campus, data)
    sys.stdout.flush()
    os._exit(0)  # whatever a thread still waits for is no part of what was measured


def _start(face: str, campus: Path, data: Path) -> None:
    """Open a face as its command does, and say so once its first screen was painted.

    Nothing of Qt is loaded before the command does: what is loaded when is a part of what is measured.
    """
    from ui import __main__ as entries

    def painted(application, *_: object) -> int:
        from painted import Painted, process_until

        shown = Painted(next(each for each in application.topLevelWidgets() if each.isVisible()))
        process_until(lambda: shown.count)
        print("painted", flush=True)
        return 0

    start = import_module(f"ui.starting.{face}")
    start.run = painted  # in the place of Qt's loop
    getattr(entries, face)(["--config", str(campus / "kiosk.toml"), "--data", str(data)])


def _tap(campus: Path, data: Path) -> None:
    """Touch a button, wait until what it leads to is painted; at the terminal, then by key at the desk."""
    from painted import Painted
    from timing import tell

    del campus
    hall = _hall(data)
    painted, took = Painted(hall.window), []
    for _ in range(TAPS):
        for key, screen in (("first.start", "MotiveScreen"), ("motive.blocked", "NoticeScreen")):
            took.append(
                painted.after(lambda key=key: hall.touch(key), lambda screen=screen: hall.shown == screen)
            )
        hall.touch("footer.finish")
        hall.until("FirstScreen")
    tell("terminal: tap to painted answer", took)
    desk, painted = _desk(data / "desk")
    keys = [painted.after(lambda: desk.key_pressed.emit("next"), lambda: True) for _ in range(TAPS)]
    tell("desk, 80 in the queue: J to painted", keys)


def _visits(campus: Path, data: Path) -> None:
    """Send visitors through every screen to their ticket, as fast as they go; tell what is kept of it.

    The window is hidden: every screen is made and thrown away, but a thousand visitors needn't wait for motion.
    """
    del campus
    hall, begun, memory = _hall(data), time.perf_counter(), {}
    hall.window.hide()
    for visit in range(1, VISITS[-1] + 1):
        _visit(hall)
        _forget_notes(hall.bench)
        if visit in VISITS:
            gc.collect()
            memory[visit] = _resident_mib()
    each = (time.perf_counter() - begun) / VISITS[-1]
    told = ", ".join(f"after {visit:,} {memory[visit]:.0f} MiB" for visit in VISITS)
    kib = (memory[VISITS[-1]] - memory[VISITS[-2]]) * 1024 / (VISITS[-1] - VISITS[-2])
    print(f"  terminal: memory {told}  ({kib:+.1f} KiB a visit at the end; {each * 1000:.0f} ms a visit)")


def _forget_notes(bench) -> None:
    """Drop what the stand-ins noted: it is not the program's."""
    noted = bench.notices.told, bench.notices.expected, bench.notices.occasions, bench.clock.paused
    for notes in noted:
        notes.clear()


def _visit(hall) -> None:
    """Go from the first screen to the ticket and back."""
    from tests.given import a_document
    from tests.ui.hall import CARD

    for key in ("first.start", "motive.blocked", "notice.accept"):
        _press(hall, key)
    for holds, screen in ((CARD, "DocumentScreen"), (a_document(), "ReviewScreen")):
        hall.hand.holds = holds
        hall.until(screen)
    hall.hand.holds = None
    _press(hall, "review.send")
    hall.until("TicketScreen")
    for key in ("ticket.next", "go.finish"):
        _press(hall, key)
    hall.until("FirstScreen")


def _press(hall, key: str) -> None:
    from tests.ui.hall import called
    from ui.parts.tap import Tap

    name = hall.words(key).replace("\n", " ")
    next(tap for tap in hall.face.screen.findChildren(Tap) if called(tap, name)).click()


def _preview(campus: Path, data: Path) -> None:
    """Show videos at 30 frames a second with the real reader running; time each frame until it is painted."""
    from paced import Paced
    from painted import Painted, process_until, run_for, seen_views
    from timing import tell

    from kiosk.settings import load
    from kiosk.wiring import frame_reader
    from ui.camera_thread import CameraThread
    from ui.parts.camera_view import CameraView

    settings = load(campus / "kiosk.toml", {"KIOSK_DATA": str(data)})
    hall = _hall(
        data / "store", open_camera=lambda _: Paced(campus), open_reader=lambda _: frame_reader(settings)
    )
    taken, take = [], CameraThread.take

    def noted(self: CameraThread) -> object:
        frame = take(self)
        taken.append(frame.taken_at if frame is not None else None)
        return frame

    CameraThread.take = noted
    hall.touch("first.start", "motive.blocked", "notice.accept")
    hall.until("CardScreen")
    process_until(lambda: seen_views(hall.window, CameraView))
    view = seen_views(hall.window, CameraView)[0]
    painted, late = Painted(view), []
    painted.then = lambda: late.append((time.monotonic() - taken[-1]) * 1000) if taken and taken[-1] else None
    before = time.process_time()
    run_for(PREVIEW_S)
    spent = time.process_time() - before
    tell("preview: frame to painted, reader running", late)
    print(
        f"  preview: {len(late) / PREVIEW_S:.1f} frames painted a second, {spent / PREVIEW_S:.0%} of a core in all"
    )


def _idle(campus: Path, data: Path) -> None:
    """Leave each first screen alone; tell the share of a core that it takes."""
    del campus
    hall = _hall(data, is_timed=True)
    hall.until("FirstScreen")
    _tell_idle("terminal, first screen")
    hall.window.hide()
    _desk(data / "desk")
    _tell_idle("desk, 80 in the queue")


def _tell_idle(what: str) -> None:
    from painted import run_for

    run_for(2)
    before = time.process_time()
    run_for(LEAVE_ALONE_S)
    print(f"  {what}: {(time.process_time() - before) / LEAVE_ALONE_S:.2%} of a core over {LEAVE_ALONE_S} s")


def _hall(data: Path, *, is_timed: bool = False, **parts: Callable):
    """Return a terminal with a hand that shows things to its camera, as the tests have it."""
    _application()
    from touching import Touching

    from tests.ui.hall import LONG, Hall
    from ui.terminal.one_camera import OneCamera
    from ui.terminal.timing import Timing

    hall = Hall(Touching(), data, Timing() if is_timed else LONG)
    if parts:
        hall.controller.kit = hall.controller.watcher.kit = replace(hall.bench.kit, **parts)
        hall.controller.watcher.cameras = OneCamera(lambda: parts["open_camera"](None))
    return hall


def _desk(data: Path):
    """Return a desk where an approver is signed in, and what tells when it was painted."""
    _application()
    from painted import Painted, process_until

    from kiosk.filing import Witness, file_claim
    from kiosk.journal.event import Happening
    from kiosk.staff.account import Role, StaffAccount
    from kiosk.staff.passwords import hash_password
    from tests.fakes import LOCKED
    from tests.given import a_student
    from tests.kiosk.test_filing import a_claim
    from tests.kits import a_bench
    from ui.desk_application import open_desk
    from ui.words import load_words

    bench = a_bench(data)
    for order in range(80):
        number = f"{21900000 + order}"
        bench.directory.add(a_student(number=number), LOCKED)
        file_claim(bench.kit, a_claim(number=number), Witness())
    secret = "correct horse battery"  # noqa: S105  of nobody
    account = StaffAccount("ann", Role.APPROVER, hash_password(secret, "ann"))
    bench.kit.store.add_staff(
        account, Happening("staff_added", "ann", "ann", bench.kit.now(), {"role": "approver"})
    )
    desk = open_desk(bench.kit, load_words("fr"))
    desk.resize(1440, 900)
    desk.show()
    desk.face.controller.desk.sign_in("ann", secret)
    process_until(lambda: desk.face.queue_side.seen is not None)
    return desk, Painted(desk)


def _application() -> None:
    from PySide6.QtWidgets import QApplication

    from ui.application import make_application

    if QApplication.instance() is None:
        _kept.append(make_application([]))


def _resident_mib() -> float:
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


if __name__ == "__main__":
    main()
