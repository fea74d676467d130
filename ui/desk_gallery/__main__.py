"""Write a picture of every panel of the desk in every setting, and a contact sheet for each setting.

    python -m ui.desk_gallery OUT [--setting TEXT] [--panel TEXT]

TEXT: part of a name, like "usual-fr-light" or "request". Prints the faults it finds; exit 1 if there are any.
"""

import argparse
import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from ui.desk_gallery.examples import EXAMPLES
from ui.desk_gallery.faults import faults
from ui.desk_gallery.setting import ALL_SETTINGS, DeskSetting, show
from ui.gallery.contact_sheet import contact_sheet


def main() -> int:
    asked = _arguments()
    application = QApplication.instance() or QApplication(sys.argv[:1])
    QApplication.setStyle("Fusion")
    names = [name for name in EXAMPLES if asked.panel in name]
    found = 0
    for setting in ALL_SETTINGS:
        if asked.setting in setting.name:
            found += _write_setting(asked.out, setting, names)
    del application
    return 1 if found else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m ui.desk_gallery", description="Pictures of the desk.")
    parser.add_argument("out", type=Path, help="the folder to write to")
    parser.add_argument("--setting", default="", help="only settings with this in their name")
    parser.add_argument("--panel", default="", help="only panels with this in their name")
    return parser.parse_args()


def _write_setting(out: Path, setting: DeskSetting, names: list[str]) -> int:
    """Write the pictures of one setting and their contact sheet; return how many faults there are."""
    folder = out / setting.name
    folder.mkdir(parents=True, exist_ok=True)
    pictures, found = [], 0
    for name in names:
        picture, said = _picture(name, setting)
        picture.save(str(folder / f"{name}.png"))
        pictures.append((name, picture))
        found += len(said)
        for fault in said:
            print(f"{setting.name} {name}: {fault}")  # noqa: T201  what this command is for
    contact_sheet(pictures, 5, 560).save(str(out / f"{setting.name}.png"))
    return found


def _picture(name: str, setting: DeskSetting) -> tuple[QImage, list[str]]:
    window = show(EXAMPLES[name], setting).window
    picture = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    said = faults(window)
    window.close()
    window.deleteLater()
    QApplication.processEvents()
    return picture, said


if __name__ == "__main__":
    sys.exit(main())
