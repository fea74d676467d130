"""What a hand scanner types when it believes in another keyboard than the computer's."""

# A scanner set to an American keyboard presses bare digit keys, which are other characters on a French one.
AZERTY_DIGITS = str.maketrans("&é\"'(-è_çàÉÈÇÀ", "12345678902790")


def digits_from_keyboard(text: str) -> str:
    """Return the digits that a scanner meant, or the text as it is if that is not what happened.

    Only a text made of such characters and digits alone is taken for one.
    """
    digits = text.strip().translate(AZERTY_DIGITS)
    return digits if digits.isascii() and digits.isdigit() else text
