"""What to do this moment: an order of three words and one sentence. Its height never changes, so nothing jumps."""

from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.parts.arrange import column, held
from ui.parts.card import Card
from ui.parts.icon import Icon
from ui.parts.label import Label
from ui.parts.motion import replace_in_place
from ui.parts.ring import Ring
from ui.parts.surface import restyle
from ui.parts.swap import Swap
from ui.stage import Stage

CALM = ("waiting", "reading", "all_read")  # states without a fault of anyone: green
ICONS = {
    "waiting_card": "card",
    "waiting_document": "passport",
    "waiting_ticket": "ticket",
    "waiting_token": "ticket",
    "reading": "eye",
    "too_dark": "light",
    "too_bright": "light",
    "glare": "glare",
    "blurred": "blur",
    "too_far": "closer",
    "hold_still": "hand",
    "other_side": "turn",
    "card_side": "turn",
    "not_the_card": "passport",
    "not_whole": "passport",
    "not_accepted": "cross",
    "two_documents": "card",
    "all_read": "check",
}


class HintBanner(Card):
    """Shows one of the hints it was made with, and how many agreeing views there are."""

    def __init__(self, stage: Stage, hints: tuple[str, ...]) -> None:
        self.pages = {hint: _page(stage, hint) for hint in hints}
        self.said = Swap(list(self.pages.values()))
        look = stage.look
        px = round(look.size["tile"] * 1.1)
        self.disc = Icon(look, "eye", px=px, colour="on_brick", tile="brick", is_disc=True)
        self.ring = Ring(look, px)
        self.mark = Swap((self.disc, self.ring))
        self.mark.setFixedSize(px, px)
        super().__init__(
            look,
            self.mark,
            (self.said, 1),
            tone="brick",
            is_across=True,
            pad=look.space["m"],
            gap=look.space["m"],
        )
        self.stage = stage
        self.hint = hints[0]
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._show(hints[0])

    def show_hint(self, hint: str) -> None:
        """Show another hint; the same one again changes nothing."""
        if hint != self.hint:
            before = self.pages[self.hint].grab() if self.stage.look.is_moving and self.isVisible() else None
            self._show(hint)
            replace_in_place(self.pages[hint], before, self.stage.look)

    def show_progress(self, found: int, wanted: int) -> None:
        """Show how many of the wanted views agree; none hides the ring."""
        self.ring.show_part(found / wanted if wanted else 0.0, f"{found}/{wanted}")
        self.mark.show_only(self.ring if found else self.disc)
        self._tone(is_calm=found > 0 or self.hint.startswith(CALM))

    def _show(self, hint: str) -> None:
        self.hint = hint
        self.said.show_only(self.pages[hint])
        self.setAccessibleName(self.pages[hint].accessibleName())
        self._tone(is_calm=hint.startswith(CALM))

    def _tone(self, *, is_calm: bool) -> None:
        restyle(self, "tone", "ok" if is_calm else "brick", is_deep=False)
        colour, tile = ("surface", "ok") if is_calm else ("on_brick", "brick")
        self.disc.show_icon(ICONS[self.hint], colour, tile)


def _page(stage: Stage, hint: str) -> QWidget:
    look, words = stage.look, stage.words
    order, why = words(f"hint.{hint}.order"), words(f"hint.{hint}.why")
    lines = [Label(look, order, "h2")]
    if not look.is_large:
        lines.append(Label(look, why, "body"))
    page = held(column(None, *lines, None, gap=2))
    page.setAccessibleName(f"{order}. {why}")
    return page
