"""How something stands: a disc with its picture, a strong line, what it means; on a card in its colour."""

from ui.parts.arrange import across, column
from ui.parts.card import Card
from ui.parts.icon import Icon
from ui.parts.label import Label
from ui.tokens import Look

# the colour of the picture on its disc, where it isn't the card's own
ON_DISC = {"primary": "on_primary", "brick": "on_brick"}


def outcome(look: Look, icon: str, tone: str, strong: str, says: str = "") -> Card:
    """Return the card. tone: "primary" (nothing is decided), "brick" (now), "ok", "warn" or "bad"."""
    disc = Icon(
        look, icon, px=look.size["tile"], colour=ON_DISC.get(tone, "surface"), tile=tone, is_disc=True
    )
    heading = Label(look, strong, "h2")
    line = [Label(look, says, "body")] if says else []
    ground = "" if tone == "primary" else tone
    if look.is_large:  # the line needs the whole width
        top = across(disc, (heading, 1), gap=look.space["m"])
        return Card(look, top, *line, tone=ground, gap=look.space["xs"])
    return Card(look, disc, (column(None, heading, *line, None, gap=4), 1), tone=ground, is_across=True)
