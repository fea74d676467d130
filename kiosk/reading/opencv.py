"""OpenCV without what its import leaves in the environment: every other module takes cv2 from here.

WORKAROUND The Linux wheel of opencv-python points Qt at plugins and fonts of its own and changes the library
path for good; PySide6 and the programs that this one starts would follow.
"""

import os

from kiosk.reading.memory import keep_freed_memory

CHANGED_BY_IMPORT = ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR", "LD_LIBRARY_PATH")
before = {name: os.environ.get(name) for name in CHANGED_BY_IMPORT}
# A camera that is not there is told by our own sentence, not by lines on stderr.
os.environ.setdefault("OPENCV_LOG_LEVEL", "OFF")
os.environ.setdefault("OPENCV_FFMPEG_LOGLEVEL", "-8")
# A file of a few bytes may claim any size; no photo camera makes pictures as large as this.
os.environ.setdefault("OPENCV_IO_MAX_IMAGE_PIXELS", "100000000")
# A text that calls itself a video may name other files to be shown in its place; only these containers are opened.
os.environ.setdefault(
    "OPENCV_FFMPEG_CAPTURE_OPTIONS", "format_whitelist;avi,mov,mp4,m4a,3gp,3g2,mj2,matroska,webm"
)

import cv2  # noqa: E402 - the environment is noted before

for name, value in before.items():
    if value is None:
        os.environ.pop(name, None)
    else:
        os.environ[name] = value

keep_freed_memory()

__all__ = ["cv2"]
