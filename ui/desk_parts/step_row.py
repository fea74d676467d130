"""Something awaited or read: its name, what it is, and how far it is."""

from PySide6.QtWidgets import QWidget

from ui.desk_parts.list_row import Sign
from ui.parts.arrange import across, column
from ui.parts.badge import Badge
from ui.parts.label import Label
from ui.stage import Stage


class StepRow(QWidget):
    """key: of its name."""

    def __init__(self, stage: Stage, key: str) -> None:
        super().__init__()
        self.stage, self.key = stage, key
        self.name, self.what = Label(stage.look, stage.words(key), "strong"), Label(stage.look, "", "soft")
        self.badge = QWidget()
        self.lay = across((column(self.name, self.what, gap=0), 1), self.badge, gap=12)
        self.setLayout(self.lay)

    def tell(self, what: str, sign: Sign) -> None:
        self.what.say(what)
        badge = Badge(self.stage.look, sign.icon, sign.word, sign.tone)
        self.lay.replaceWidget(self.badge, badge)
        self.badge.hide()
        self.badge.deleteLater()
        self.badge = badge
