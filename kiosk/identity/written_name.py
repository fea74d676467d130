"""A name as words of A to Z, and the ways in which two such names agree.

Source: ICAO Doc 9303-3, 4.6 (name fields); issuers differ in where they put separators, so words are also
compared joined together.
"""

from typing import TypeAlias

from kiosk.identity.transliteration import spellings

Words: TypeAlias = tuple[str, ...]

# A name is the same with and without these.
PARTICLES = frozenset(
    ("DE", "DU", "DES", "D", "L", "LA", "LE", "VAN", "VON", "DER", "DEN", "EL", "AL", "BEN", "BINT")
)
SHORTEST_WITH_ERROR = 5  # letters; a shorter word that differs by one letter is another name


def shown_words(field: str) -> Words:
    """Return the words of a zone's name field, whose separators are one or more "<"."""
    return tuple(
        "".join(letter for letter in part if "A" <= letter <= "Z") for part in field.split("<") if part
    )


def known_words(name: str | None) -> tuple[Words, ...]:
    """Return every way in which a directory's name may be written; none if it has no letter of A to Z."""
    written = (tuple(spelling.split()) for spelling in spellings(name or ""))
    return tuple(words for words in written if words)


def same(one: Words, other: Words) -> bool:
    """Return True if the letters are the same, wherever the separators are."""
    return bool(one) and "".join(one) == "".join(other)


def same_but_particles(one: Words, other: Words) -> bool:
    """Return True if one side only has particles that the other lacks."""
    few, many = sorted((_particles(one), _particles(other)), key=len)
    return same(without_particles(one), without_particles(other)) and _is_within(few, many)


def without_particles(words: Words) -> Words:
    return tuple(word for word in words if word not in PARTICLES)


def begins_with(words: Words, start: Words) -> bool:
    """Return True if `start` is one or more of the first words, as "JEANLUC" is of "JEAN LUC MARIE"."""
    return bool(start) and any(same(words[:count], start) for count in range(1, len(words) + 1))


def contains(words: Words, part: Words) -> bool:
    """Return True if `part` stands among the words, unbroken."""
    return any(begins_with(words[first:], part) for first in range(len(words)))


def one_letter_apart(one: Words, other: Words) -> bool:
    """Return True if one word alone differs, by one letter too many, too few or wrong, and is long enough."""
    if len(one) != len(other):
        return False
    different = [(mine, theirs) for mine, theirs in zip(one, other, strict=True) if mine != theirs]
    return len(different) == 1 and _one_edit(*different[0])


def may_be_cut_from(shown: Words, known: Words) -> bool:
    """Return True if `shown` is `known` with words cut to initials, the last one cut, those after it gone."""
    if not shown or len(shown) > len(known):
        return False
    *whole, last = zip(shown, known, strict=False)
    return last[1].startswith(last[0]) and all(mine in (theirs, theirs[0]) for mine, theirs in whole)


def initials_agree(one: Words, other: Words) -> bool:
    """Return True if the words agree as far as both go, where one letter stands for a word that begins so."""
    pairs = list(zip(one, other, strict=False))
    return bool(pairs) and all(
        mine == theirs or (1 in (len(mine), len(theirs)) and mine[0] == theirs[0]) for mine, theirs in pairs
    )


def _particles(words: Words) -> Words:
    return tuple(word for word in words if word in PARTICLES)


def _is_within(few: Words, many: Words) -> bool:
    """Return True if `few` is left when some of `many` are struck out."""
    rest = iter(many)
    return all(word in rest for word in few)


def _one_edit(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if len(short) < SHORTEST_WITH_ERROR or len(long) - len(short) > 1:
        return False
    at = next((at for at, letter in enumerate(short) if letter != long[at]), len(short))
    return short[at + (len(short) == len(long)) :] == long[at + 1 :]
