"""The words by which a pretend directory keeps an account's state, and what each means."""

from enum import StrEnum

from kiosk.triage.account_state import AccountState, Standing


class AccountWord(StrEnum):
    """One word an account. UNKNOWN: this directory can't tell."""

    ACTIVE = "active"
    LOCKED = "locked"
    PERMANENTLY_LOCKED = "permanently_locked"
    EXPIRED = "expired"
    IDLE = "idle"
    TECHNICAL_LOCK = "technical_lock"
    ADMINISTRATIVE_LOCK = "administrative_lock"
    MUST_CHANGE = "must_change"
    UNKNOWN = "unknown"


STANDINGS = {
    AccountWord.TECHNICAL_LOCK: Standing.TECHNICAL_LOCK,
    AccountWord.ADMINISTRATIVE_LOCK: Standing.ADMINISTRATIVE_LOCK,
}
LOCKS = (AccountWord.LOCKED, AccountWord.PERMANENTLY_LOCKED)


def account_state(word: AccountWord, standing: Standing, registered: bool | None) -> AccountState:
    """Return the facts behind a word, beside what the register says."""
    if word is AccountWord.UNKNOWN:
        return AccountState(standing=standing, registered=registered)
    return AccountState(
        standing=standing_of(word, standing),
        locked=word in LOCKS,
        lock_is_permanent=word is AccountWord.PERMANENTLY_LOCKED,
        password_expired=word is AccountWord.EXPIRED,
        must_change_password=word is AccountWord.MUST_CHANGE,
        idle=word is AccountWord.IDLE,
        registered=registered,
    )


def standing_of(word: AccountWord, standing: Standing) -> Standing:
    """Return the standing a word implies; a known account without a standing is active."""
    if word in STANDINGS:
        return STANDINGS[word]
    if standing is Standing.UNKNOWN and word is not AccountWord.UNKNOWN:
        return Standing.ACTIVE
    return standing
