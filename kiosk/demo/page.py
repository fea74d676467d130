"""Where things stand on the page of a specimen document, and in which colours; our own design for every issuer."""

from dataclasses import dataclass
from zlib import crc32

from kiosk.demo.fictional import PaperKind
from kiosk.demo.ornament import Area
from kiosk.demo.sheet import Colour, colour

PITCH = 2.54  # OCR-B at ten characters to the inch, ICAO Doc 9303-3


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Millimetres. columns: left edges of the facts; first, step: baselines of their captions."""

    width: float
    height: float
    header: float
    photo: Area
    columns: tuple[float, float]
    first: float
    step: float
    caption: float
    value: float
    zone_left: float
    baselines: tuple[float, ...]

    @property
    def zone_top(self) -> float:
        """Where the white ground of the machine-readable zone begins."""
        return self.baselines[0] - 5.4


# Sizes and zones: ICAO Doc 9303-4 to -6; lines are 4.23 mm apart on an ID-1 card, 6.35 mm on larger formats.
ID_1 = Page(
    width=85.6,
    height=54.0,
    header=8.2,
    photo=Area(4.7, 10.6, 16.4, 21.4),
    columns=(25.0, 57.0),
    first=12.7,
    step=7.1,
    caption=2.0,
    value=3.5,
    zone_left=4.7,
    baselines=(39.9, 44.13, 48.36),
)
ID_2 = Page(
    width=105.0,
    height=74.0,
    header=11.0,
    photo=Area(6.8, 15.5, 25.0, 34.0),
    columns=(37.5, 72.0),
    first=18.4,
    step=9.8,
    caption=2.5,
    value=4.3,
    zone_left=6.8,
    baselines=(60.2, 66.55),
)
PASSPORT_PAGE = Page(
    width=125.0,
    height=88.0,
    header=12.5,
    photo=Area(6.6, 18.0, 32.0, 41.0),
    columns=(45.0, 86.0),
    first=22.0,
    step=11.6,
    caption=2.7,
    value=4.8,
    zone_left=6.6,
    baselines=(74.2, 80.55),
)
PAGES = {
    PaperKind.CARD: ID_1,
    PaperKind.FOREIGN_CARD: ID_1,
    PaperKind.RESIDENCE_PERMIT: ID_1,
    PaperKind.OLD_CARD: ID_2,
    PaperKind.FOREIGN_CARD_TD2: ID_2,
    PaperKind.PASSPORT: PASSPORT_PAGE,
}
TITLES = {
    PaperKind.CARD: ("Carte d’identité", "Identity card"),
    PaperKind.FOREIGN_CARD: ("Carte d’identité", "Identity card"),
    PaperKind.RESIDENCE_PERMIT: ("Titre de séjour", "Residence permit"),
    PaperKind.OLD_CARD: ("Ancienne carte d’identité", "Identity card"),
    PaperKind.FOREIGN_CARD_TD2: ("Carte d’identité", "Identity card"),
    PaperKind.PASSPORT: ("Passeport", "Passport"),
}


@dataclass(frozen=True, slots=True)
class Palette:
    band: Colour
    paper: Colour
    figure: Colour


PALETTES = {
    PaperKind.CARD: Palette(colour("#3C5A99"), colour("#F1F4FB"), colour("#93A6CF")),
    PaperKind.OLD_CARD: Palette(colour("#3E7C86"), colour("#EEF6F5"), colour("#8DB9BD")),
    PaperKind.RESIDENCE_PERMIT: Palette(colour("#B0527C"), colour("#FBF0F4"), colour("#D69DB6")),
}
FRENCH_PASSPORT = Palette(colour("#7A2F4B"), colour("#FBF3EE"), colour("#C295A5"))
OTHERS = (
    Palette(colour("#17603B"), colour("#F0F7F1"), colour("#86B598")),
    Palette(colour("#7A4B00"), colour("#FBF5E8"), colour("#C9A871")),
    Palette(colour("#8A2E3B"), colour("#FBF1EF"), colour("#CF9AA0")),
    Palette(colour("#2D5C8A"), colour("#EFF4F9"), colour("#8FB0CE")),
    Palette(colour("#4B4A8F"), colour("#F3F2FA"), colour("#A3A1D1")),
    Palette(colour("#2F6F6A"), colour("#EFF7F5"), colour("#8CBDB7")),
)


def palette(kind: PaperKind, state: str) -> Palette:
    """Return the colours of a document; each foreign issuer keeps its own."""
    if kind is PaperKind.PASSPORT and state == "FRA":
        return FRENCH_PASSPORT
    return PALETTES.get(kind) or OTHERS[crc32(state.encode()) % len(OTHERS)]
