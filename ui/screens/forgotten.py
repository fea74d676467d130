"""A forgotten password: the reset link first, to the institutional address only."""

from dataclasses import dataclass

from PySide6.QtCore import Signal

from ui.parts.actions import primary, secondary
from ui.parts.arrange import column
from ui.parts.card import Card
from ui.parts.fact import fact
from ui.parts.label import Label
from ui.parts.pages import Pages
from ui.parts.qr_view import Modules, QrView
from ui.parts.sheet import Sheet
from ui.parts.surface import Surface
from ui.stage import Stage

QR, QR_WIDE = 300, 220  # pixels


@dataclass(frozen=True, slots=True)
class ForgottenView:
    """link: the reset page. modules: its QR code's, empty where the campus gave no link."""

    link: str = ""
    modules: Modules = ()


class ForgottenScreen(Surface):
    """Emits nothing_came() (it leads on to blocked), finished() and went_back()."""

    nothing_came = Signal()
    finished = Signal()
    went_back = Signal()

    def __init__(self, stage: Stage, view: ForgottenView) -> None:
        super().__init__("screen")
        look, words = stage.look, stage.words
        is_alone = not view.modules
        blocks = [
            *([self._code(stage, view)] if view.modules else []),
            fact(
                look,
                "mail",
                words("forgotten.address"),
                words("forgotten.address_says"),
                keeps_line=True,
                is_roomy=is_alone,
            ),
            fact(look, "key", words("forgotten.mail"), words("forgotten.mail_says"), is_roomy=is_alone),
        ]
        tried = primary(look, words("forgotten.tried"), "chevron")
        tried.tapped.connect(self.nothing_came)
        back = secondary(look, words("go.back"), "back")
        back.tapped.connect(self.went_back)
        done = secondary(look, words("go.finish"), "check")
        done.tapped.connect(self.finished)
        sheet = Sheet(
            stage,
            step=0,
            question=words("forgotten.question"),
            says=words("forgotten.says"),
            body=Pages(stage, blocks, gap=look.space["s" if stage.is_wide else "m"], is_card=is_alone),
            main=tried,
            others=[back, done],
        )
        self.setLayout(column(sheet))

    @staticmethod
    def _code(stage: Stage, view: ForgottenView) -> Card:
        look, words = stage.look, stage.words
        qr = QrView(look, view.modules, QR_WIDE if stage.is_wide else QR, words("forgotten.code"))
        lines = [Label(look, words("forgotten.scan"), "h2" if not look.is_large else "strong")]
        if not look.is_large:
            lines += [
                Label(look, words("forgotten.scan_says"), "soft"),
                Label(look, view.link, "strong", tone="primary"),
            ]
        return Card(
            look,
            qr,
            (column(None, *lines, None, gap=look.space["xs"]), 1),
            is_across=True,
            pad=look.space["m"],
        )
