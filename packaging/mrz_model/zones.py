"""Random machine-readable zones: formats, names, numbers and check digits as documents have them."""

from dataclasses import dataclass, replace

import numpy as np
from typefaces import ALPHABET

from kiosk.reading.mrz.states import ISO_STATES, OTHER_ISSUERS

LETTERS = ALPHABET[10:36]
DIGITS = ALPHABET[:10]
CONFUSED = "0OQDCG8B5S1I2Z6UVWMNHKXYEFPRLTJ47A<"
SURNAMES = """
MARTIN BERNARD DUBOIS THOMAS ROBERT PETIT DURAND LEROY MOREAU LEFEBVRE GARCIA FOURNIER BENALI TRAORE DIALLO COULIBALY
NGUYEN TRAN WANG ZHANG MUELLER SCHMIDT ROSSI FERREIRA KOWALSKA POPESCU OKAFOR IVANOVA YILMAZ ERIKSSON JOHANSSON
OCONNOR VAN<DER<BERG DE<LA<CRUZ EL<AMRANI SAINT<JEAN LE<GOFF
"""
FORENAMES = """
JEAN MARIE PIERRE CAMILLE LUCAS EMMA HUGO LEA CHLOE MANON NATHAN ENZO INES SARAH JULES GABRIEL ALICE MARIA JOSE
CARLOS FRANCESCA HANS PETRA INGRID OLGA YUKI WEI MOHAMMED FATIMA AICHA YOUSSEF AMADOU FATOU JOHN ELIZABETH
ANNA<MARIA JEAN<PIERRE XAVIER QUENTIN ZOE MAELYS
"""
# France and its neighbours come more often, as they do at the reception point.
STATES = [code.ljust(3, "<") for code in sorted(ISO_STATES | OTHER_ISSUERS)] + ["FRA"] * 25 + ["D<<"] * 8


@dataclass(frozen=True, slots=True)
class Zone:
    """A zone's lines, and the size in millimetres of the document that bears it."""

    kind: str
    lines: tuple[str, ...]
    size_mm: tuple[float, float]


SIZES = {
    "TD1": (85.6, 54.0),
    "TD2": (105.0, 74.0),
    "FRA": (105.0, 74.0),
    "MRVB": (105.0, 74.0),
    "TD3": (125.0, 88.0),
    "MRVA": (120.0, 80.0),
    "LICENCE": (85.6, 54.0),
}
SHARES = {"TD1": 0.30, "TD2": 0.12, "FRA": 0.16, "MRVB": 0.06, "TD3": 0.28, "MRVA": 0.06, "LICENCE": 0.02}


def check_digit(field: str) -> str:
    """Return the check digit of a field (ICAO 9303-3: weights 7, 3, 1; '<' counts 0, A..Z 10..35)."""
    values = [0 if letter == "<" else ALPHABET.index(letter) for letter in field]
    return str(sum(value * (7, 3, 1)[place % 3] for place, value in enumerate(values)) % 10)


def random_zone(rng: np.random.Generator, kind: str | None = None) -> Zone:
    """Return a random zone of a kind, or of any by its share."""
    kind = kind or str(rng.choice(list(SHARES), p=list(SHARES.values())))
    draw = {"TD1": card, "FRA": french_card, "LICENCE": licence}.get(kind)
    lines = draw(rng) if draw else two_lines(rng, kind)
    return Zone(kind, lines, SIZES[kind])


def dense(rng: np.random.Generator, zone: Zone) -> Zone:
    """Return a zone with hardly a filler, so that a finder does not learn to look for fillers only."""
    lines = [pick(rng, LETTERS + DIGITS, len(line)) for line in zone.lines]
    return replace(zone, lines=tuple(lines))


def random_text(rng: np.random.Generator, length: int) -> str:
    """Return a text to learn from: a piece of a zone, or letters without any sense."""
    dice = rng.random()
    if dice < 0.32:
        return pick(rng, ALPHABET, length)
    if dice < 0.44:
        return pick(rng, CONFUSED, length)
    lines = random_zone(rng).lines
    line = lines[rng.integers(len(lines))]
    while len(line) < length:
        line += lines[rng.integers(len(lines))]
    start = int(rng.integers(len(line) - length + 1))
    return line[start : start + length]


def pick(rng: np.random.Generator, letters: str, length: int) -> str:
    """Return letters drawn one by one."""
    return "".join(letters[i] for i in rng.integers(0, len(letters), length))


def card(rng: np.random.Generator) -> tuple[str, ...]:
    """Return a TD1: three lines of 30."""
    number, state, nationality = document_number(rng), *states(rng)
    birth, sex, expiry = dates(rng)
    code = str(rng.choice(["ID", "I<", "AR", "IR", "IP", "IX", "C<", "I2"]))
    first = code + state + number + check_digit(number) + optional(rng, 15)
    second = birth + check_digit(birth) + sex + expiry + check_digit(expiry) + nationality + optional(rng, 11)
    second += check_digit(first[5:] + second[:7] + second[8:15] + second[18:29])
    return first, second, names(rng, 30)


def two_lines(rng: np.random.Generator, kind: str) -> tuple[str, ...]:
    """Return a TD2, TD3, MRV-A or MRV-B: two lines of 36 or 44."""
    length = 44 if kind in ("TD3", "MRVA") else 36
    codes = {"TD3": ["P<", "P<", "PP", "PA", "PD", "PS", "PO"], "TD2": ["ID", "I<", "AR", "IR", "IO"]}
    code = str(rng.choice(codes.get(kind, ["V<", "VC", "VI", "VD"])))
    number, state, nationality = document_number(rng), *states(rng)
    birth, sex, expiry = dates(rng)
    first = code + state + names(rng, length - 5)
    second = number + check_digit(number) + nationality + birth + check_digit(birth) + sex
    second += expiry + check_digit(expiry)
    if kind.startswith("MRV"):
        return first, second + optional(rng, length - 28)
    extra = optional(rng, 14 if kind == "TD3" else 7)
    second += extra
    if kind == "TD3":
        second += "<" if not extra.strip("<") and rng.random() < 0.5 else check_digit(extra)
    return first, second + check_digit(second[:10] + second[13:20] + second[21:])


def french_card(rng: np.random.Generator) -> tuple[str, ...]:
    """Return the French card of 1988 to 2021: two lines of 36 in their own order."""
    office = "<" * 6 if rng.random() < 0.3 else f"{rng.integers(1, 96):02d}{rng.integers(0, 10000):04d}"
    first = "IDFRA" + surname(rng)[:25].ljust(25, "<") + office
    number = f"{rng.integers(0, 22):02d}{rng.integers(1, 13):02d}{rng.integers(1, 990):03d}"
    number += f"{rng.integers(0, 100000):05d}"
    given = "<<".join(forename(rng) for _ in range(rng.integers(1, 4)))[:14].ljust(14, "<")
    birth, sex, _ = dates(rng)
    second = number + check_digit(number) + given + birth + check_digit(birth) + sex.replace("<", "F")
    return first, second + check_digit(first + second)


def licence(rng: np.random.Generator) -> tuple[str, ...]:
    """Return the one line of a French driving licence."""
    line = f"D1FRA{rng.integers(10, 24)}{pick(rng, LETTERS, 2)}{rng.integers(0, 100000):05d}"
    line += check_digit(line) + dates(rng)[2] + surname(rng)[:8].ljust(8, "<")
    return (line + check_digit(line),)


def document_number(rng: np.random.Generator) -> str:
    """Return nine characters as some state would number its documents."""
    dice = rng.random()
    if dice < 0.3:
        return pick(rng, DIGITS, int(rng.integers(7, 10))).ljust(9, "<")
    if dice < 0.6:
        return pick(rng, DIGITS + LETTERS, 9)
    if dice < 0.8:
        return f"{rng.integers(0, 100):02d}{pick(rng, LETTERS, 2)}{rng.integers(0, 100000):05d}"
    letters = pick(rng, LETTERS, int(rng.integers(1, 4)))
    return (letters + pick(rng, DIGITS, int(rng.integers(5, 7)))).ljust(9, "<")


def states(rng: np.random.Generator) -> tuple[str, str]:
    """Return issuing state and nationality, mostly the same."""
    issuer = str(rng.choice(STATES)) if rng.random() < 0.9 else pick(rng, LETTERS, 3)
    return issuer, issuer if rng.random() < 0.8 else str(rng.choice(STATES))


def dates(rng: np.random.Generator) -> tuple[str, str, str]:
    """Return birth, sex and expiry, the dates as YYMMDD."""
    birth = f"{rng.integers(0, 100):02d}{rng.integers(1, 13):02d}{rng.integers(1, 29):02d}"
    if rng.random() < 0.03:
        birth = birth[:2] + "<<<<"
    expiry = f"{rng.integers(10, 40):02d}{rng.integers(1, 13):02d}{rng.integers(1, 32):02d}"
    return birth, str(rng.choice(["M", "F", "M", "F", "<", "X"])), expiry


def optional(rng: np.random.Generator, length: int) -> str:
    """Return an optional field: empty, digits, or anything."""
    dice = rng.random()
    if dice < 0.5:
        return "<" * length
    letters = DIGITS if dice < 0.75 else ALPHABET
    return pick(rng, letters, int(rng.integers(1, length + 1))).ljust(length, "<")


def names(rng: np.random.Generator, length: int) -> str:
    """Return a name field: primary, '<<', secondary, cut or filled to a length."""
    given = "<".join(forename(rng) for _ in range(rng.choice([1, 1, 2, 2, 3])))
    return f"{surname(rng)}<<{given}"[:length].ljust(length, "<")


def surname(rng: np.random.Generator) -> str:
    """Return a surname, now and then of two parts."""
    name = str(rng.choice(SURNAMES.split())) if rng.random() < 0.3 else word(rng)
    return name + "<" + word(rng) if rng.random() < 0.12 else name


def forename(rng: np.random.Generator) -> str:
    """Return a given name."""
    return str(rng.choice(FORENAMES.split())) if rng.random() < 0.3 else word(rng)


def word(rng: np.random.Generator) -> str:
    """Return a pronounceable word that no dictionary holds, so that no language is learnt by heart."""
    syllables = []
    for _ in range(rng.integers(1, 5)):
        syllable = pick(rng, "BCDFGHJKLMNPQRSTVWXZ", 1) + pick(rng, "AEIOUY", 1)
        syllables.append(syllable + (pick(rng, "NRSLTMKX", 1) if rng.random() < 0.3 else ""))
    return "".join(syllables)
