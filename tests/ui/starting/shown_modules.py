"""python shown_modules.py FACE CONFIG DATA: start a face, paint its first screen once, print what was loaded."""

import sys
from importlib import import_module

from ui.__main__ import settings_of

face, config, data = sys.argv[1:]
start = import_module(f"ui.starting.{face}")
before = list(sys.modules)  # in the order in which they came

from ui.application import make_application  # noqa: E402 - it was loaded by the start itself

application = make_application([])
settings = settings_of(config, data)
room = start.hall_of(settings) if face == "terminal" else start.counter_of(settings)
room.window.show()
application.processEvents()
sys.stdout.write("\n".join([*before, *(name for name in sys.modules if name not in before)]))
room.close()
