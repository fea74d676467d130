"""Write a picture of every screen in every setting, and a contact sheet for each setting.

    python -m ui.gallery OUT [--setting TEXT] [--screen TEXT]

TEXT: part of a name, like "upright-fr-light" or "ticket". Prints the faults it finds; exit 1 if there are any.
"""

import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from ui.gallery.examples import EXAMPLES
from ui.gallery.faults import faults
from ui.gallery.parts_page import parts_page
from ui.gallery.picturing import Gallery, Sheet, run
from ui.gallery.setting import ALL_SETTINGS, Setting, show


def _show(name: str, setting: Setting) -> QWidget:
    return show(EXAMPLES[name], setting)


def _sheet(setting: Setting) -> Sheet:
    return (5, 560) if setting.is_wide else (7, 400)


def _parts(setting: Setting) -> dict[str, QImage]:
    if setting.is_wide:
        return {}
    page = parts_page(setting.stage())
    page.show()
    QApplication.processEvents()
    picture = page.grab().toImage()
    page.close()
    return {"parts": picture}


if __name__ == "__main__":
    sys.exit(
        run(
            Gallery(
                program="python -m ui.gallery",
                what="screen",
                names=tuple(EXAMPLES),
                settings=ALL_SETTINGS,
                show=_show,
                faults=faults,
                sheet=_sheet,
                beside=_parts,
            )
        )
    )
