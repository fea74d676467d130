"""Staff passwords: argon2id, and rules that ask for length instead of regular changes."""

import unicodedata

from argon2 import PasswordHasher, Type
from argon2.exceptions import InvalidHashError, VerificationError

from kiosk.errors import Refused

# Source: CNIL, délibération 2022-100 of 21 July 2022: 12 characters, no renewal by the calendar.
MINIMUM_LENGTH = 12
# Far beyond any passphrase; without it a megabyte of text could be sent to be hashed.
MAXIMUM_LENGTH = 1024

# Source: RFC 9106, 4: the second recommended choice, for computers with little memory to spare.
TIME_COST = 3
MEMORY_KIB = 64 * 1024
PARALLELISM = 4
_HASHER = PasswordHasher(time_cost=TIME_COST, memory_cost=MEMORY_KIB, parallelism=PARALLELISM, type=Type.ID)

# Made with the parameters above from random bytes that were thrown away: no password is right for it.
NOBODY = "$argon2id$v=19$m=65536,t=3,p=4$6T4G2Yq2dM8qYpgBdVfKxg$q8yX73AZ2f2g0l2zkq9d365Sj4xSjtluivsv/Pkvcpc"


def hash_password(password: str, login: str) -> str:
    """Return the encoded hash. Raises Refused for one that is too short, too long, or mostly the login."""
    password = _normal(password)
    if len(password) < MINIMUM_LENGTH:
        raise Refused(f"A password needs at least {MINIMUM_LENGTH} characters.", "password_too_short")
    if len(password) > MAXIMUM_LENGTH:
        raise Refused(f"A password has at most {MAXIMUM_LENGTH} characters.", "password_too_long")
    if len(_without(password, login)) < MINIMUM_LENGTH:
        raise Refused(
            "The login doesn't count as part of a password: leave it out or add others.",
            "password_is_login",
        )
    return _HASHER.hash(password)


def is_right(password: str, password_hash: str | None) -> bool:
    """Return True if the password belongs to the hash; None (an unknown login) takes as long and is False."""
    try:
        _HASHER.verify(password_hash or NOBODY, _normal(password)[: MAXIMUM_LENGTH + 1])
    except (VerificationError, InvalidHashError):
        return False
    return password_hash is not None


def needs_rehash(password_hash: str) -> bool:
    """Return True if the hash was made with other parameters than today's."""
    return _HASHER.check_needs_rehash(password_hash)


def _normal(password: str) -> str:
    """Return one form of the same letters: keyboards differ in how they write an accent."""
    return unicodedata.normalize("NFC", password)


def _without(password: str, login: str) -> str:
    return password.casefold().replace(login.casefold(), "") if login else password
