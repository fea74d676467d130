"""Make fictional students, each from its own dice, so that a larger campus begins with the smaller one."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from kiosk.demo import issuing
from kiosk.demo.casting import Part, part
from kiosk.demo.fictional import Fictional, Names, Paper, PaperKind, Situation, StudentCard
from kiosk.demo.issuing import Holder, Validity
from kiosk.demo.names import FRANCE, INDONESIA, LONG_SURNAMES, MIDDLING_SURNAMES, Origin, holders_of
from kiosk.reading.partial_date import PartialDate

FIRST_NUMBER, NUMBERS = 22_000_000, 2**19
STRIDE = 212_413  # odd, so that no number comes twice within NUMBERS
INSTITUTION = "3102"  # what precedes the number in the longer identifier of some cards
ESC_ADDRESS = "https://esc.gg/"
ESC_ISSUER = "001999999999"  # a prefix and a participant code that nobody has
FRENCH_NAMES = {
    Situation.BIRTH_NAME_KNOWN,
    Situation.BIRTH_NAME_UNKNOWN,
    Situation.CHOSEN_NAME_KNOWN,
    Situation.ONE_LETTER,
    Situation.LONG_NAME,
}
FOREIGN_NAMES = {Situation.SWAPPED, Situation.BIRTH_DAY_UNKNOWN, Situation.EXPIRED}


def student(seed: int, order: int, today: date) -> Fictional:
    """Return the student of this order (from 0) on the campus of this seed."""
    dice = Random(f"{seed}/{order}")
    role = part(dice, order)
    holder = _holder(dice, role, today)
    names = _names(dice, role.situation, holder)
    number = str(FIRST_NUMBER + (seed * 7_919 + order * STRIDE) % NUMBERS)
    return Fictional(
        number=number,
        names=names,
        birth_date=None if role.situation is Situation.BIRTH_DATE_MISSING else holder.birth.as_date(),
        card=_card(dice, number, names, order),
        paper=_paper(dice, role, holder, today),
        situation=role.situation,
        account=role.account,
    )


def _holder(dice: Random, role: Part, today: date) -> Holder:
    """Return who the student is, by birth."""
    origin, sex = _origin(dice, role), dice.choice("FM")
    surname = _surname(dice, role, origin)
    known = [name for name in origin.given_names(sex) if name != surname]
    wanted = 4 if role.situation is Situation.LONG_NAME else dice.choice((1, 1, 2, 3))
    given = () if role.situation is Situation.ONE_NAME else tuple(dice.sample(known, min(wanted, len(known))))
    born = _birth_date(dice, role, today)
    birth = PartialDate(born.year, born.month, born.day)
    return Holder(surname=surname, given_names=given, sex=sex, birth=birth, nationality=origin.state)


def _origin(dice: Random, role: Part) -> Origin:
    if role.situation is Situation.ONE_NAME:
        return INDONESIA
    if role.situation in FRENCH_NAMES:
        return FRANCE
    origins = [
        origin
        for origin in holders_of(role.kind)
        if role.situation not in FOREIGN_NAMES or origin is not FRANCE
    ]
    return dice.choices(origins, [origin.share for origin in origins])[0]


def _surname(dice: Random, role: Part, origin: Origin) -> str:
    """Return a surname by birth. A long one fills its own field; where both names share one, the given names do."""
    if role.situation is Situation.LONG_NAME:
        return dice.choice(LONG_SURNAMES if role.kind is PaperKind.OLD_CARD else MIDDLING_SURNAMES)
    surnames = origin.surname_list()
    if role.situation is Situation.ONE_LETTER:
        surnames = tuple(name for name in surnames if len(_longest_word(name)) > 5)
    return dice.choice(surnames)


def _birth_date(dice: Random, role: Part, today: date) -> date:
    if role.situation is Situation.OLD_CARD_UNCLEAR:  # of age in 2014 or 2015: 10 years are over, 15 are not
        return date(dice.choice((1996, 1997)), dice.randint(1, 12), dice.randint(3, 22))
    if role.kind is PaperKind.OLD_CARD:  # got the card at 18 or 19, from 2016 on, for 15 years
        return date(1998, 6, 1) + timedelta(days=dice.randint(0, 1000))
    return today - timedelta(days=dice.randint(18 * 366, 26 * 365))


def _names(dice: Random, situation: Situation, holder: Holder) -> Names:
    """Return the names as the register has them."""
    civil = " ".join(holder.given_names) if len(holder.given_names) > 1 else None
    given = holder.given_names[0] if holder.given_names else ""
    names = Names(surname=holder.surname, given_name=given, civil_given_names=civil)
    match situation:
        case Situation.BIRTH_NAME_KNOWN:
            return replace(names, surname=_other_surname(dice, holder), birth_name=holder.surname)
        case Situation.BIRTH_NAME_UNKNOWN:
            return replace(names, surname=_other_surname(dice, holder))
        case Situation.CHOSEN_NAME_KNOWN:
            return replace(
                names, given_name=_other_given_name(dice, holder), civil_given_names=civil or given
            )
        case Situation.SWAPPED:
            return Names(surname=given, given_name=holder.surname)
        case Situation.ONE_LETTER:
            return replace(names, surname=_one_letter_less(holder.surname))
        case _:
            return names


def _other_surname(dice: Random, holder: Holder) -> str:
    known = set(FRANCE.surname_list()) - {holder.surname}
    return dice.choice(sorted(known))


def _other_given_name(dice: Random, holder: Holder) -> str:
    known = {*FRANCE.given_names("F"), *FRANCE.given_names("M")} - set(holder.given_names)
    return dice.choice(sorted(known))


def _one_letter_less(name: str) -> str:
    """Return the name with the middle letter of its longest word left out: "Lefebvre" becomes "Lefevre"."""
    word = _longest_word(name)
    middle = len(word) // 2
    return name.replace(word, word[:middle] + word[middle + 1 :])


def _longest_word(name: str) -> str:
    return max(name.replace("’", " ").replace("-", " ").split(), key=len)


def _paper(dice: Random, role: Part, holder: Holder, today: date) -> Paper:
    born = holder.birth.as_date() or today
    if role.situation is Situation.OTHER_PERSON:
        holder = _stranger(dice, holder)
    if role.situation is Situation.NAMESAKE:
        holder = replace(holder, birth=_another_day(dice, born))
    if role.situation is Situation.BIRTH_DAY_UNKNOWN:
        holder = replace(holder, birth=PartialDate(born.year, None, None))
    return issuing.issue(dice, role.kind, holder, _validity(dice, role, born, today))


def _stranger(dice: Random, holder: Holder) -> Holder:
    """Return someone whose every particular differs."""
    given = _other_given_name(dice, holder)
    birth = _another_day(dice, holder.birth.as_date() or date.min)
    return replace(holder, surname=_other_surname(dice, holder), given_names=(given,), birth=birth)


def _another_day(dice: Random, day: date) -> PartialDate:
    """Return a date that shares no part with this one but may share the month."""
    other = day.replace(day=1) - timedelta(days=dice.randint(400, 900))
    return PartialDate(other.year, other.month, other.day % 28 + 1)


def _validity(dice: Random, role: Part, born: date, today: date) -> Validity:
    if role.situation is Situation.EXPIRED:
        return issuing.expired(dice, today)
    if role.situation is Situation.OLD_CARD_UNCLEAR:
        return issuing.unclear(born)
    return issuing.in_force(dice, role.kind, born, today)


def _card(dice: Random, number: str, names: Names, order: int) -> StudentCard:
    """Return the student card. One in eight bears a longer identifier, one in nine a European code besides."""
    clock = f"{dice.getrandbits(32):08x}-{dice.getrandbits(16):04x}-1{dice.getrandbits(12):03x}"
    return StudentCard(
        number=number,
        surname=names.surname,
        given_name=names.given_name,
        barcode=INSTITUTION + number if order % 8 == 3 else number,
        esc=f"{ESC_ADDRESS}{clock}-9c2b-{ESC_ISSUER}" if order % 9 == 4 else None,
    )
