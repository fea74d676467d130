"""The desk's start."""

from collections.abc import Sequence
from functools import partial

from kiosk.doctor import Finding
from kiosk.settings import Settings
from kiosk.wiring import build_kit
from kiosk.wiring.enrolling import admit_device
from ui.application import make_application, run
from ui.counter import Counter
from ui.starting.campus import campus_of


def start(settings: Settings, words: Sequence[str], *, is_framed: bool) -> int:
    """Run the desk. words: of the command line, for Qt. Raises KioskError."""
    application = make_application(words)
    counter = counter_of(settings)
    if is_framed:
        from ui.demonstration.setting_up import right_part

        counter.window.setGeometry(right_part(application))
        counter.window.show()
    else:
        counter.window.showMaximized()
    return run(application, counter.face.lock, counter.close)


def counter_of(settings: Settings) -> Counter:
    """Return the desk, its store open."""
    looks, admit = partial(looked_over, settings), partial(admit_device, settings)
    return Counter(build_kit(settings), campus_of(settings), looks, admit)


def looked_over(settings: Settings) -> Sequence[Finding]:
    """Look at every part of the post, with the libraries of every part: they come when somebody asks."""
    from kiosk.wiring import health

    return health.looked_over(settings)
