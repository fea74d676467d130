"""What was typed, before it is believed to be text."""


def is_text(given: str) -> bool:
    """Return False for what came in as bytes that are no UTF-8, which Python passes on in disguise."""
    return not any("\ud800" <= letter <= "\udfff" for letter in given)
