"""Write a picture of every example in every setting, and a contact sheet for each setting; print what is at fault."""

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from ui.gallery.contact_sheet import contact_sheet


class Named(Protocol):
    """A way in which an example can be shown."""

    @property
    def name(self) -> str: ...


Setting = TypeVar("Setting", bound=Named)
Sheet = tuple[int, int]  # how many columns, and how wide one is


@dataclass(frozen=True, slots=True, kw_only=True)
class Gallery(Generic[Setting]):
    """what: an example is called ("screen"). show: returns the window, shown. beside: more pictures of a setting."""

    program: str
    what: str
    names: Sequence[str]
    settings: Sequence[Setting]
    show: Callable[[str, Setting], QWidget]
    faults: Callable[[QWidget], list[str]]
    sheet: Callable[[Setting], Sheet]
    beside: Callable[[Setting], dict[str, QImage]] = lambda _: {}


def run(gallery: Gallery[Setting]) -> int:
    """Do what the command line asks; return 1 if there are faults."""
    asked = _arguments(gallery)
    application = QApplication.instance() or QApplication(sys.argv[:1])
    QApplication.setStyle("Fusion")
    names = [name for name in gallery.names if asked.example in name]
    settings = [setting for setting in gallery.settings if asked.setting in setting.name]
    found = sum(_write(gallery, asked.out, setting, names) for setting in settings)
    del application
    return 1 if found else 0


def _arguments(gallery: Gallery[Setting]) -> argparse.Namespace:
    says = f"Pictures of every {gallery.what}. TEXT: part of a name."
    parser = argparse.ArgumentParser(prog=gallery.program, description=says)
    parser.add_argument("out", type=Path, help="the folder to write to")
    parser.add_argument("--setting", default="", metavar="TEXT", help="only settings with this in their name")
    parser.add_argument(f"--{gallery.what}", default="", metavar="TEXT", dest="example", help="only these")
    return parser.parse_args()


def _write(gallery: Gallery[Setting], out: Path, setting: Setting, names: Sequence[str]) -> int:
    """Write the pictures of one setting and their contact sheet; return how many faults there are."""
    folder = out / setting.name
    folder.mkdir(parents=True, exist_ok=True)
    pictures, found = [], 0
    for name in names:
        picture, said = _picture(gallery, name, setting)
        picture.save(str(folder / f"{name}.png"))
        pictures.append((name, picture))
        found += len(said)
        for fault in said:
            print(f"{setting.name} {name}: {fault}")  # noqa: T201  what this command is for
    for name, picture in gallery.beside(setting).items():
        picture.save(str(folder / f"{name}.png"))
    if pictures:
        contact_sheet(pictures, *gallery.sheet(setting)).save(str(out / f"{setting.name}.png"))
    return found


def _picture(gallery: Gallery[Setting], name: str, setting: Setting) -> tuple[QImage, list[str]]:
    window = gallery.show(name, setting)
    picture = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    said = gallery.faults(window)
    window.close()
    window.deleteLater()
    QApplication.processEvents()
    return picture, said
