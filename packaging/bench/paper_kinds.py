"""The kinds of things that are shown, with the hints that help there and those that do no harm."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

import numpy as np
from card_scenes import SIZE
from paper_drawing import (
    Placed,
    Stationer,
    application,
    as_card,
    back_of_card,
    bank_card,
    fingers,
    on_white,
    page,
    readable_zone,
    student_card,
    telephone,
)
from paper_showing import Sheet, Showing, reflection_on, room

from kiosk.reading.symbology import Symbology

STUDENT_NUMBER = 8  # digits
Show = Callable[[np.random.Generator, Stationer], Showing]
Draw = Callable[[np.random.Generator, Stationer], Placed]
Papers = Callable[[np.random.Generator, Stationer], Sheet]


@dataclass(frozen=True, slots=True)
class Kind:
    """What is shown. right: the hints that help. fair: those that neither help nor mislead."""

    show: Show
    right: frozenset[str]
    fair: frozenset[str] = frozenset({"none"})

    @property
    def harmless(self) -> frozenset[str]:
        return self.right | self.fair | {"read"}


def showing(rng: np.random.Generator, *sheets: Sheet, **how: object) -> Showing:
    """Return sheets before a room; what the lens does is as the kind says."""
    return Showing(seed=int(rng.integers(2**31)), ground=room(rng), sheets=sheets, **how)


def shown(draw: Papers) -> Show:
    """Show a paper as it should be held."""
    return lambda rng, stationer: showing(rng, draw(rng, stationer))


def fine(draw: Draw) -> Show:
    return lambda rng, stationer: showing(rng, draw(rng, stationer).sheet)


def soft(draw: Draw, low: float, high: float) -> Show:
    """Show it out of focus."""
    return lambda rng, stationer: showing(rng, draw(rng, stationer).sheet, blur=rng.uniform(low, high))


def dark(draw: Draw) -> Show:
    return lambda rng, stationer: showing(rng, draw(rng, stationer).sheet, light=rng.uniform(0.02, 0.12))


def waved(draw: Draw) -> Show:
    """Show it in a hand that doesn't rest."""
    return lambda rng, stationer: showing(
        rng, draw(rng, stationer).sheet, sway=(rng.uniform(50, 110), rng.uniform(1.5, 3))
    )


def mirroring(draw: Draw, reach: float) -> Show:
    """Show it with a lamp mirrored where it would be read; some of them are read nevertheless."""

    def show(rng: np.random.Generator, stationer: Stationer) -> Showing:
        drawn = draw(rng, stationer)
        return showing(rng, drawn.sheet, reflection=reflection_on(rng, drawn.quad, reach))

    return show


def near(rng: np.random.Generator, stationer: Stationer) -> Showing:
    """Show a document so near that its lines are cut off, mostly out of focus."""
    drawn = stationer.held(rng)
    zoom, middle = rng.uniform(1.5, 2.2), np.array(SIZE) / 2
    nearer = np.array([[zoom, 0, middle[0] * (1 - zoom)], [0, zoom, middle[1] * (1 - zoom)], [0, 0, 1.0]])
    blur = 0.0 if rng.random() < 0.4 else rng.uniform(2, 7)
    return showing(rng, Sheet(drawn.sheet.paper, nearer @ drawn.sheet.matrix), blur=blur)


def aside(rng: np.random.Generator, stationer: Stationer) -> Showing:
    """Show a document beside the middle, so that a part of its lines is out of the picture."""
    drawn = stationer.held(rng)
    first, last = float(drawn.quad[:, 0].min()), float(drawn.quad[:, 0].max())
    out = (last - first) * rng.uniform(0.1, 0.4)
    step = -first - out if rng.random() < 0.5 else SIZE[0] - last + out
    moved = np.array([[1, 0, step], [0, 1, 0], [0, 0, 1.0]])
    return showing(rng, Sheet(drawn.sheet.paper, moved @ drawn.sheet.matrix))


def side_by_side(one: Papers, other: Papers) -> Show:
    """Show two papers beside each other."""

    def show(rng: np.random.Generator, stationer: Stationer) -> Showing:
        moved = [np.array([[1, 0, side], [0, 1, rng.uniform(-60, 60)], [0, 0, 1.0]]) for side in (-315, 315)]
        sheets = []
        for move, draw in zip(moved, (one, other), strict=True):
            sheet = draw(rng, stationer)
            corner = sheet.matrix @ np.array([sheet.paper.shape[1] / 2, sheet.paper.shape[0] / 2, 1])
            back = np.array(SIZE) / 2 - corner[:2] / corner[2]
            middle = np.array([[1, 0, back[0]], [0, 1, back[1]], [0, 0, 1.0]])
            sheets.append(Sheet(sheet.paper, move @ middle @ sheet.matrix))
        return showing(rng, *sheets)

    return show


def document(rng: np.random.Generator, stationer: Stationer, kind: str | None = None) -> Placed:
    return stationer.held(rng, kind)


def photo_side(rng: np.random.Generator, stationer: Stationer) -> Sheet:
    return stationer.held(rng, "TD1", with_zone=False).sheet


def small_document(rng: np.random.Generator, stationer: Stationer) -> Sheet:
    return stationer.held(rng, "TD1", pitch=(15.5, 17)).sheet


def far_document(rng: np.random.Generator, stationer: Stationer) -> Placed:
    return stationer.held(rng, pitch=(3.5, 8))


def code(
    rng: np.random.Generator, stationer: Stationer, *, share: tuple[float, float] = (0.5, 0.9)
) -> Placed:
    del stationer
    kinds = (Symbology.CODE_128, Symbology.CODE_39, Symbology.ITF, Symbology.EAN_13)
    return student_card(rng, kinds[int(rng.integers(len(kinds)))], float(rng.uniform(*share)))


def code_39(rng: np.random.Generator, stationer: Stationer, *, share: tuple[float, float]) -> Placed:
    del stationer
    return student_card(rng, Symbology.CODE_39, float(rng.uniform(*share)))


def small_card(rng: np.random.Generator, stationer: Stationer) -> Sheet:
    return code(rng, stationer, share=(0.42, 0.46)).sheet


def small_numbered(rng: np.random.Generator, stationer: Stationer) -> Sheet:
    """Return a card with a student number of eight digits: other codes of one card may differ."""
    del stationer
    while True:
        card = student_card(rng, Symbology.CODE_128, float(rng.uniform(0.42, 0.46)))
        if len(card.text) == STUDENT_NUMBER:
            return card.sheet


def sheet_of_text(rng: np.random.Generator, stationer: Stationer) -> Sheet:
    """Return a sheet of typed lines as large as the frame, or smaller."""
    del stationer
    return as_card(rng, page(rng), rng.uniform(0.6, 1.1))


def phone_document(rng: np.random.Generator, stationer: Stationer) -> Sheet:
    paper, _ = stationer.document(rng, readable_zone(rng, str(rng.choice(["TD1", "TD3"]))))
    return as_card(rng, telephone(rng, on_white(rng, paper)), rng.uniform(0.6, 0.95))


def phone_card(rng: np.random.Generator, stationer: Stationer) -> Sheet:
    picture = code(rng, stationer).sheet.paper
    return as_card(rng, telephone(rng, on_white(rng, picture)), rng.uniform(0.6, 0.95))


def drawn(draw: Callable[[np.random.Generator], np.ndarray]) -> Papers:
    """Return who holds up a paper that has the shape of a card."""
    return lambda rng, _: as_card(rng, draw(rng))


def empty(rng: np.random.Generator, stationer: Stationer) -> Showing:
    del stationer
    return showing(rng)


def hand(rng: np.random.Generator, stationer: Stationer) -> Showing:
    del stationer
    return Showing(
        seed=int(rng.integers(2**31)), ground=fingers(rng, room(rng)), sway=(rng.uniform(0, 30), 2.0)
    )


def phone_application(rng: np.random.Generator, stationer: Stationer) -> Sheet:
    del stationer
    return as_card(rng, telephone(rng, application(rng)), rng.uniform(0.5, 0.9))


def one_of(*hints: str) -> frozenset[str]:
    return frozenset(hints)


NONE = one_of("none")
ASIDE = one_of("other_side", "not_accepted")
SIDE = one_of("card_side")
UNSTEADY = one_of("none", "blurred")
FAR = one_of("none", "too_dark")
DIM = one_of("too_dark")  # some of the rooms that are drawn are


def badly_held(draw: Draw) -> Mapping[str, Kind]:
    """Return what goes wrong with documents and cards alike, and that nothing is shown."""
    blurred, unsaid = one_of("blurred"), one_of("none", "hold_still")
    return {
        "soft 3 to 4.5": Kind(soft(draw, 3, 4.5), blurred, unsaid),
        "soft 4.5 to 7": Kind(soft(draw, 4.5, 7), blurred, unsaid),
        "soft 7 to 11": Kind(soft(draw, 7, 11), blurred, unsaid),
        "waved": Kind(waved(draw), one_of("hold_still"), UNSTEADY),
        "room": Kind(empty, NONE, DIM),
        "hand": Kind(hand, NONE, DIM),
    }


DOCUMENT_KINDS: Mapping[str, Kind] = {
    "document": Kind(fine(document), NONE),
    "driving licence": Kind(fine(partial(document, kind="LICENCE")), one_of("not_accepted")),
    "visa": Kind(fine(partial(document, kind="MRVB")), one_of("not_accepted")),
    "photo side": Kind(shown(photo_side), one_of("other_side")),
    "bank card": Kind(shown(drawn(bank_card)), ASIDE),
    "student card": Kind(fine(code), one_of("not_the_card")),
    "student card's back": Kind(shown(drawn(back_of_card)), ASIDE),
    "page of text": Kind(shown(sheet_of_text), ASIDE),
    "phone, application": Kind(shown(phone_application), ASIDE),
    "phone, document": Kind(shown(phone_document), NONE, one_of("other_side", "not_accepted", "too_far")),
    "two documents": Kind(
        side_by_side(small_document, small_document), one_of("two_documents"), one_of("none", "too_far")
    ),
    "document and card": Kind(side_by_side(small_document, small_card), one_of("none", "two_documents")),
    "too far": Kind(fine(far_document), one_of("too_far"), FAR),
    "too near": Kind(near, one_of("blurred", "not_whole")),
    "partly out of sight": Kind(aside, one_of("not_whole")),
    "too dark": Kind(dark(document), one_of("too_dark")),
    "glare on the lines": Kind(mirroring(document, 1.0), one_of("glare"), one_of("none", "too_bright")),
    **badly_held(document),
}
CARD_KINDS: Mapping[str, Kind] = {
    "student card": Kind(fine(code), NONE),
    "student card's back": Kind(shown(drawn(back_of_card)), SIDE),
    "bank card": Kind(shown(drawn(bank_card)), SIDE),
    "document": Kind(fine(document), SIDE),
    "photo side": Kind(shown(photo_side), SIDE),
    "page of text": Kind(shown(sheet_of_text), SIDE),
    "phone, application": Kind(shown(phone_application), SIDE),
    "phone, card": Kind(shown(phone_card), NONE, one_of("card_side")),
    "two cards": Kind(side_by_side(small_numbered, small_numbered), one_of("two_documents")),
    "too far": Kind(fine(partial(code, share=(0.1, 0.2))), one_of("too_far"), FAR),
    "too far, Code 39": Kind(fine(partial(code_39, share=(0.1, 0.3))), one_of("too_far"), FAR),
    "too dark": Kind(dark(code), one_of("too_dark")),
    "glare on the bars": Kind(mirroring(code, 2.0), one_of("glare"), one_of("none", "too_bright")),
    **badly_held(code),
}
