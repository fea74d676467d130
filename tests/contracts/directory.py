"""What every directory must do. A backend adds one fixture, `campus`, that holds these people."""

from dataclasses import dataclass

import pytest

from kiosk.directory import Directory, Entry
from kiosk.errors import DirectoryAway, Refused
from kiosk.identity.student import BirthDate
from kiosk.reading.partial_date import PartialDate
from kiosk.triage.account_state import Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """account: the state to put the account in, as a word of AccountWord. birth_date: YYYY-MM-DD or empty."""

    number: str
    surname: str = "MARTIN"
    given_name: str = "Camille"
    display_name: str = "Camille Martin"
    birth_name: str = ""
    civil_given_names: str = ""
    birth_date: str = "2004-02-29"
    registered: str = "yes"
    standing: str = ""
    account: str = "active"


@dataclass(frozen=True, slots=True, kw_only=True)
class Campus:
    """directory holds PEOPLE, and TWINS where a number can stand twice. away: the same product, out of reach.

    gone: the key of an account that no longer exists. Each test gets its own: they unlock.
    """

    directory: Directory
    away: Directory
    gone: str


NOELLE = Person(
    number="21900001",
    surname="Lefèvre-d'Œuvre",
    given_name="Noëlle",
    display_name="Noëlle Lefèvre-d'Œuvre",
    birth_name="Nguyễn",
    civil_given_names="Noëlle Thị Anne",
    birth_date="2004-02-29",
)
UNDATED = Person(number="21900002", birth_date="")
UNREGISTERED = Person(number="21900003", registered="no")
LOCKED = Person(number="21900010", account="locked")
PERMANENT = Person(number="21900011", account="permanently_locked")
EXPIRED = Person(number="21900012", account="expired")
MUST_CHANGE = Person(number="21900013", account="must_change")
TECHNICAL = Person(number="21900014", account="technical_lock")
ADMINISTRATIVE = Person(number="21900015", account="administrative_lock")
INACTIVE = Person(number="21900016", standing="inactive")
PEOPLE = (
    NOELLE,
    UNDATED,
    UNREGISTERED,
    LOCKED,
    PERMANENT,
    EXPIRED,
    MUST_CHANGE,
    TECHNICAL,
    ADMINISTRATIVE,
    INACTIVE,
)
TWIN_NUMBER = "21900099"
TWINS = (Person(number=TWIN_NUMBER), Person(number=TWIN_NUMBER, surname="DURAND"))


def entry_of(campus: Campus, person: Person) -> Entry:
    """Return the person's entry, which is there."""
    entry = campus.directory.find(person.number, None)
    assert entry is not None
    return entry


class FindingContract:
    """Finding one student by exact number, and comparing the birth date."""

    def test_finds_the_student_with_names_as_they_are_written(self, campus: Campus):
        """Accents, ligatures, hyphens and apostrophes come back as they were put in."""
        student = entry_of(campus, NOELLE).student

        assert (NOELLE.surname, NOELLE.given_name, NOELLE.display_name) == (
            student.surname,
            student.given_name,
            student.display_name,
        )

    def test_finds_the_names_of_the_civil_register(self, campus: Campus):
        """Birth name and civil given names are there for comparing."""
        student = entry_of(campus, NOELLE).student

        assert (NOELLE.birth_name, NOELLE.civil_given_names) == (
            student.birth_name,
            student.civil_given_names,
        )

    def test_tells_an_absent_name_as_none(self, campus: Campus):
        """A student without a birth name has None, not an empty one."""
        assert entry_of(campus, UNDATED).student.birth_name is None

    @pytest.mark.parametrize(
        "number",
        [
            "",
            "0",
            "99999999",
            "2190000",
            "219000011",
            " 21900001",
            "2190000*",
            "*",
            "21900001)(uid=*",
            "21900001\\2a",
        ],
    )
    def test_finds_nobody_by_anything_but_the_exact_number(self, campus: Campus, number):
        """Part of a number, a wildcard or a piece of a filter finds nobody."""
        assert campus.directory.find(number, None) is None

    def test_finds_nobody_by_a_number_that_two_entries_carry(self, campus: Campus):
        """Which of two is meant can't be known."""
        assert campus.directory.find(TWIN_NUMBER, None) is None

    @pytest.mark.parametrize("number", [NOELLE.number, "99999999", "*", "219*", ""])
    def test_takes_no_number_of_one_or_of_nobody_for_shared(self, campus: Campus, number):
        """A wildcard isn't several people."""
        assert not campus.directory.is_shared(number)

    @pytest.mark.parametrize(
        ("person", "shown", "expected"),
        [
            (NOELLE, None, BirthDate.NOT_COMPARED),
            (NOELLE, PartialDate(2004, 2, 29), BirthDate.EQUAL),
            (NOELLE, PartialDate(2004, 2, 28), BirthDate.DIFFERENT),
            (NOELLE, PartialDate(2004, None, None), BirthDate.UNKNOWN),
            (NOELLE, PartialDate(None, None, None), BirthDate.UNKNOWN),
            (UNDATED, PartialDate(2004, 2, 29), BirthDate.UNKNOWN),
        ],
    )
    def test_compares_the_birth_date(self, campus: Campus, person, shown, expected):
        """Equal needs every part known; what can't be compared is for a person to look at."""
        entry = campus.directory.find(person.number, shown)

        assert entry is not None
        assert expected is entry.student.birth_date

    def test_never_takes_a_wrong_year_for_equal(self, campus: Campus):
        """Where only the year can be read, a directory that can compare whole dates only doesn't know."""
        entry = campus.directory.find(NOELLE.number, PartialDate(2003, None, None))

        assert entry is not None
        assert entry.student.birth_date in (BirthDate.DIFFERENT, BirthDate.UNKNOWN)

    @pytest.mark.parametrize(("person", "registered"), [(NOELLE, True), (UNREGISTERED, False)])
    def test_tells_who_is_registered(self, campus: Campus, person, registered):
        """Enrolment for the current year is told with the entry."""
        assert registered is entry_of(campus, person).registered

    def test_tells_the_standing(self, campus: Campus):
        """An account whose studies ended is told as inactive."""
        assert Standing.INACTIVE is entry_of(campus, INACTIVE).standing

    def test_hides_the_person_from_a_printed_entry(self, campus: Campus):
        """An entry that slips into a log names nobody."""
        assert NOELLE.number not in repr(entry_of(campus, NOELLE))

    def test_tells_nothing_about_an_account_that_is_gone(self, campus: Campus):
        """No such account is None, not an error."""
        assert campus.directory.state(campus.gone) is None

    def test_checks_in_silence_when_it_answers(self, campus: Campus):
        """A directory that answers passes its check."""
        campus.directory.check()

    @pytest.mark.parametrize(
        "act",
        [
            lambda directory, key: directory.check(),
            lambda directory, key: directory.find(NOELLE.number, None),
            lambda directory, key: directory.state(key),
        ],
        ids=["check", "find", "state"],
    )
    def test_says_it_is_away_and_guesses_nothing(self, campus: Campus, act):
        """Out of reach is DirectoryAway, never nobody."""
        key = entry_of(campus, NOELLE).account

        with pytest.raises(DirectoryAway) as caught:
            act(campus.away, key)

        assert NOELLE.number not in str(caught.value)


class DirectoryContract(FindingContract):
    """Finding, and what a directory with accounts adds: their state, and ending a lock."""

    @pytest.mark.parametrize(
        ("person", "field", "expected"),
        [
            (NOELLE, "locked", False),
            (NOELLE, "standing", Standing.ACTIVE),
            (LOCKED, "locked", True),
            (LOCKED, "lock_is_permanent", False),
            (PERMANENT, "locked", True),
            (PERMANENT, "lock_is_permanent", True),
            (EXPIRED, "password_expired", True),
            (EXPIRED, "locked", False),
            (MUST_CHANGE, "must_change_password", True),
            (TECHNICAL, "standing", Standing.TECHNICAL_LOCK),
            (ADMINISTRATIVE, "standing", Standing.ADMINISTRATIVE_LOCK),
            (INACTIVE, "standing", Standing.INACTIVE),
            (UNREGISTERED, "registered", False),
        ],
    )
    def test_tells_the_state_of_an_account(self, campus: Campus, person, field, expected):
        """Each product's attributes become the same few facts."""
        state = campus.directory.state(entry_of(campus, person).account)

        assert expected == getattr(state, field)

    def test_ends_a_lock_by_failed_tries(self, campus: Campus):
        """After unlocking, the directory itself shows no lock."""
        account = entry_of(campus, LOCKED).account

        campus.directory.unlock(account)

        state = campus.directory.state(account)
        assert state is not None
        assert state.locked is False

    def test_unlocks_twice_as_once(self, campus: Campus):
        """A second try after a crash changes nothing."""
        account = entry_of(campus, LOCKED).account
        campus.directory.unlock(account)
        once = campus.directory.state(account)

        campus.directory.unlock(account)

        assert once == campus.directory.state(account)

    @pytest.mark.parametrize("person", [NOELLE, EXPIRED, MUST_CHANGE, TECHNICAL, ADMINISTRATIVE, INACTIVE])
    def test_touches_nothing_but_a_lock_by_failed_tries(self, campus: Campus, person):
        """Where there is no such lock, unlocking leaves the account as it is."""
        account = entry_of(campus, person).account
        before = campus.directory.state(account)

        campus.directory.unlock(account)

        assert before == campus.directory.state(account)

    def test_refuses_to_end_an_administrators_lock(self, campus: Campus):
        """What an administrator closed for good is theirs to open."""
        with pytest.raises(Refused) as caught:
            campus.directory.unlock(entry_of(campus, PERMANENT).account)

        assert ("permanent_lock",) == caught.value.reasons

    def test_leaves_an_administrators_lock_in_place(self, campus: Campus):
        """The refusal changed nothing."""
        account = entry_of(campus, PERMANENT).account
        before = campus.directory.state(account)

        with pytest.raises(Refused):
            campus.directory.unlock(account)

        assert before == campus.directory.state(account)

    def test_leaves_no_failed_try_behind(self, campus: Campus):
        """After unlocking, one wrong password is one wrong password: every server shows none that counts."""
        account = entry_of(campus, LOCKED).account

        campus.directory.unlock(account)

        told = campus.directory.on_each_server(account).values()
        assert told
        assert not any(state is None or state.locked or state.failures for state in told)

    def test_sets_a_password_that_must_be_changed(self, campus: Campus):
        """What the desk hands over is for one sign-in."""
        account = entry_of(campus, NOELLE).account

        campus.directory.set_one_time_password(account, "Tulipe-Canard-41-Nuage")

        state = campus.directory.state(account)
        assert state is not None
        assert state.must_change_password is True

    def test_sets_no_password_of_an_account_that_is_gone(self, campus: Campus):
        """Nobody walks away with a secret that opens nothing."""
        with pytest.raises(Refused) as caught:
            campus.directory.set_one_time_password(campus.gone, "Tulipe-Canard-41-Nuage")

        assert ("account_gone",) == caught.value.reasons

    def test_ends_an_unused_one_time_password_once(self, campus: Campus):
        """A second try after a crash finds nothing to end."""
        account = entry_of(campus, NOELLE).account
        mark = campus.directory.set_one_time_password(account, "Tulipe-Canard-41-Nuage")

        assert campus.directory.end_one_time_password(account, mark, "Hibou-Violon-29-Sable")
        assert not campus.directory.end_one_time_password(account, mark, "Hibou-Violon-29-Sable")

    def test_ends_no_password_that_need_not_be_changed(self, campus: Campus):
        """What somebody chose is theirs."""
        account = entry_of(campus, LOCKED).account
        before = campus.directory.state(account)

        assert not campus.directory.end_one_time_password(account, "", "Hibou-Violon-29-Sable")
        assert before == campus.directory.state(account)

    def test_says_that_an_account_with_a_one_time_password_is_gone(self, campus: Campus):
        """There is nothing left to end."""
        with pytest.raises(Refused) as caught:
            campus.directory.end_one_time_password(campus.gone, "", "Hibou-Violon-29-Sable")

        assert ("account_gone",) == caught.value.reasons

    def test_unlocks_the_one_account_only(self, campus: Campus):
        """Another student's state doesn't move."""
        other = entry_of(campus, PERMANENT).account
        before = campus.directory.state(other)

        campus.directory.unlock(entry_of(campus, LOCKED).account)

        assert before == campus.directory.state(other)

    def test_refuses_to_unlock_an_account_that_is_gone(self, campus: Campus):
        """Nothing was unlocked, so it doesn't look as if."""
        with pytest.raises(Refused) as caught:
            campus.directory.unlock(campus.gone)

        assert ("account_gone",) == caught.value.reasons

    def test_never_says_unlocked_when_away(self, campus: Campus):
        """Out of reach is DirectoryAway here too, to be retried."""
        with pytest.raises(DirectoryAway):
            campus.away.unlock(entry_of(campus, LOCKED).account)
