"""The store in one SQLite file, for one computer.

WORKAROUND sqlite-utils imports numpy and pandas wherever they are installed, to insert arrays, which nobody here
does. numpy took a sixth of a command's start; it is out of sight while sqlite-utils loads, unless it is there already.
"""

import sys

HIDDEN = [name for name in ("numpy", "pandas") if name not in sys.modules]

for name in HIDDEN:
    sys.modules[name] = None  # type: ignore[assignment]  # documented: importing it then fails
try:
    import sqlite_utils  # noqa: F401 - from here on it is loaded
finally:
    for name in HIDDEN:
        del sys.modules[name]
