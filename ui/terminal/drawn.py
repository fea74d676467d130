"""Which pictures show the documents that a campus takes."""

from collections.abc import Iterable

DRAWN = {  # a kind of document, and the pictures of it
    "national_identity_card": ("national_identity_card", "old_french_card"),
    "passport": ("passport",),
    "residence_permit": ("residence_permit",),
    "other_identity_card": ("other_identity_card",),
    "other_document": ("other_document",),
}
LIKELIEST = ("national_identity_card", "passport", "old_french_card")


def pictures_of(kinds: Iterable[str]) -> tuple[str, ...]:
    """Return the pictures of these kinds, the likeliest first."""
    drawn = [picture for kind in kinds for picture in DRAWN.get(kind, ())]
    first = [picture for picture in LIKELIEST if picture in drawn]
    return (*first, *(picture for picture in drawn if picture not in first))
