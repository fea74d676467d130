"""The paper on which a one-time secret is handed over: no name, so that who finds it doesn't know whose it is."""

from kiosk.request.passphrase import Passphrase
from kiosk.words import Words


def slip_text(words: Words, passphrase: Passphrase, reference: str, day: str) -> str:
    """Return the lines. day: when it was set; it is to be used then."""
    return "\n".join(
        (
            words("slip.title"),
            "",
            words("slip.type"),
            "",
            *passphrase.lines,
            "",
            words("slip.today", day=day),
            words("slip.change"),
            words("slip.keep"),
            "",
            words("slip.reference", reference=reference),
        )
    )
