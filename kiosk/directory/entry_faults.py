"""What is wrong with one student's entry, for whoever can mend it: sentences without a person in them."""

from collections.abc import Iterator

from kiosk.directory.connection.link import Link
from kiosk.directory.ldap_directory import LdapDirectory

NOBODYS_BIRTHDAY = ("0001-01-01", "00010101")


def entry_faults(directory: LdapDirectory, number: str) -> tuple[str, ...]:
    """Return a sentence for each fault, none if all is well. Raises DirectoryAway."""
    faults = directory.finder.ask(lambda link: tuple(_as_found(directory, link, number)))
    entry = directory.find(number, None)
    if entry is None or directory.keeper is None:
        return faults
    state = directory.state(entry.account)
    if state is not None and state.idle is None and state.password_expired is None:
        faults += ("Its password policy is gone or hidden: whether a lock is in force can't be told.",)
    return faults


def _as_found(directory: LdapDirectory, link: Link, number: str) -> Iterator[str]:
    names = directory.supann.attributes
    found = link.find(directory.base, names.number, number, (*names.names, *names.states))
    if not found:
        yield "No entry has this number, or the kiosk isn't shown it."
        return
    if len(found) > 1:
        yield "Several entries have this number, so nobody is found by it: leave it on one."
        return
    (entry,) = found
    if not entry.values.get(names.surname.lower()):
        yield "It shows no surname: no document can be compared with it."
    if not any(_is_there(directory, link, entry.dn, each) for each in names.birth_date):
        yield "It has no birth date: staff must look at each document."
    if not directory.supann.standing(entry.values, directory.now()).is_understood:
        yield f"Its {' or '.join(names.state)} can't be understood: no lock of it will be ended here."


def _is_there(directory: LdapDirectory, link: Link, dn: str, attribute: str) -> bool:
    if not directory.product.tells_absence:
        return link.has(dn, attribute)
    return all(link.compare(dn, attribute, value) is not None for value in NOBODYS_BIRTHDAY)
