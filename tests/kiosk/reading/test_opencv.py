import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import kiosk

PROGRAM = """
import os
from kiosk.reading.opencv import cv2
assert cv2.__version__
print(*(os.environ.get(name, "unset") for name in (
    "QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR", "LD_LIBRARY_PATH")), sep="|")
"""


@pytest.mark.parametrize("before", ["", "/opt/lib"])
def test_importing_opencv_leaves_the_environment_as_it_was(before):
    """Qt finds its own plugins, and a program that is started later its own libraries."""
    names = ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR", "LD_LIBRARY_PATH")
    environment = {name: value for name, value in os.environ.items() if name not in names}
    environment |= {"LD_LIBRARY_PATH": before} if before else {}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], env=environment, capture_output=True, text=True, check=True
    )
    assert f"unset|unset|{before or 'unset'}" == done.stdout.strip()


def test_only_one_module_imports_opencv_itself():
    """Every other module takes it from there, so that the environment is mended whoever comes first."""
    root = Path(kiosk.__file__).parent
    importing = [
        str(path.relative_to(root))
        for path in root.rglob("*.py")
        if re.search(r"^\s*(import cv2|from cv2 import)\b", path.read_text(encoding="utf-8"), re.MULTILINE)
    ]
    assert ["reading/opencv.py"] == importing
