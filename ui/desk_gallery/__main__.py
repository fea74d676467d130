"""Write a picture of every panel of the desk in every setting, and a contact sheet for each setting.

    python -m ui.desk_gallery OUT [--setting TEXT] [--panel TEXT]

TEXT: part of a name, like "usual-fr-light" or "request". Prints the faults it finds; exit 1 if there are any.
"""

import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QWidget

from ui.desk_gallery.examples import EXAMPLES
from ui.desk_gallery.faults import faults
from ui.desk_gallery.setting import ALL_SETTINGS, DeskSetting, show
from ui.gallery.picturing import Gallery, run


def _show(name: str, setting: DeskSetting) -> QWidget:
    return show(EXAMPLES[name], setting).window


if __name__ == "__main__":
    sys.exit(
        run(
            Gallery(
                program="python -m ui.desk_gallery",
                what="panel",
                names=tuple(EXAMPLES),
                settings=ALL_SETTINGS,
                show=_show,
                faults=faults,
                sheet=lambda _: (5, 560),
            )
        )
    )
