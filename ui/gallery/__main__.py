"""Write a picture of every screen in every setting, and a contact sheet for each setting.

    python -m ui.gallery OUT [--setting TEXT] [--screen TEXT]

TEXT: part of a name, like "upright-fr-light" or "ticket". Prints the faults it finds; exit 1 if there are any.
"""

import argparse
import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from ui.gallery.contact_sheet import contact_sheet
from ui.gallery.examples import EXAMPLES
from ui.gallery.faults import faults
from ui.gallery.parts_page import parts_page
from ui.gallery.setting import ALL_SETTINGS, Setting, show


def main() -> int:
    asked = _arguments()
    application = QApplication.instance() or QApplication(sys.argv[:1])
    QApplication.setStyle("Fusion")
    names = [name for name in EXAMPLES if asked.screen in name]
    found = 0
    for setting in ALL_SETTINGS:
        if asked.setting in setting.name:
            found += _write_setting(asked.out, setting, names)
    del application
    return 1 if found else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m ui.gallery", description="Pictures of every screen.")
    parser.add_argument("out", type=Path, help="the folder to write to")
    parser.add_argument("--setting", default="", help="only settings with this in their name")
    parser.add_argument("--screen", default="", help="only screens with this in their name")
    return parser.parse_args()


def _write_setting(out: Path, setting: Setting, names: list[str]) -> int:
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
    if not setting.is_wide:
        _parts(setting).save(str(folder / "parts.png"))
    columns, width = (5, 560) if setting.is_wide else (7, 400)
    contact_sheet(pictures, columns, width).save(str(out / f"{setting.name}.png"))
    return found


def _parts(setting: Setting) -> QImage:
    page = parts_page(setting.stage())
    page.show()
    QApplication.processEvents()
    picture = page.grab().toImage()
    page.close()
    return picture


def _picture(name: str, setting: Setting) -> tuple[QImage, list[str]]:
    shell = show(EXAMPLES[name], setting)
    picture = shell.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    said = faults(shell)
    shell.close()
    shell.deleteLater()
    QApplication.processEvents()
    return picture, said


if __name__ == "__main__":
    sys.exit(main())
