"""A directory that speaks LDAP: finding as the terminal's identity, locks as the desk's."""

import logging
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from kiosk.directory import Entry
from kiosk.directory.connection.link import Link, Values
from kiosk.directory.connection.servers import Servers
from kiosk.directory.product import ROOT, Product
from kiosk.directory.supann.birth_date import compare_birth_date
from kiosk.directory.supann.person import Supann
from kiosk.errors import DirectoryAway, Refused
from kiosk.reading.partial_date import PartialDate
from kiosk.triage.account_state import AccountState, Standing

log = logging.getLogger(__name__)
NUMBER = re.compile(
    "[!-~]{1,64}"
)  # directories overlook blanks and signs without width: those find nobody here
PRODUCT_DECIDES = (Standing.UNKNOWN, Standing.ACTIVE, Standing.GRACE)


@dataclass(frozen=True, slots=True, kw_only=True)
class LdapDirectory:
    """finder, keeper: the servers as the terminal's and as the desk's identity; no keeper on a terminal.

    base: the branch of the students. An account's key is its DN. now: local time.
    """

    product: Product
    supann: Supann
    base: str
    finder: Servers = field(repr=False)
    keeper: Servers | None = field(repr=False)
    now: Callable[[], datetime] = field(repr=False)

    def find(self, number: str, birth_date: PartialDate | None) -> Entry | None:
        if NUMBER.fullmatch(number) is None:
            return None
        return self.finder.ask(lambda link: self._found(link, number, birth_date))

    def is_shared(self, number: str) -> bool:
        name = self.supann.attributes.number
        if NUMBER.fullmatch(number) is None:
            return False
        return self.finder.ask(lambda link: len(link.find(self.base, name, number, ("objectClass",))) > 1)

    def state(self, account: str) -> AccountState | None:
        return self._keeper().ask(lambda link: self._state(link, account))

    def on_each_server(self, account: str) -> Mapping[str, AccountState | None]:
        return self._keeper().ask_each(lambda link: self._state(link, account))

    def unlock(self, account: str) -> None:
        state = self._known(account)
        if state.lock_is_permanent:
            raise Refused("An administrator locked this account: only they can end it.", "permanent_lock")
        self._keeper().ask(lambda link: link.write(account, self.product.unlocking))

    def set_one_time_password(self, account: str, secret: str) -> str:
        self._known(account)
        return self._keeper().ask(lambda link: self.product.set_one_time_password(link, account, secret))

    def end_one_time_password(self, account: str, mark: str, instead: str) -> bool:
        self._known(account)
        return self._keeper().ask(
            lambda link: self.product.end_one_time_password(link, account, mark, instead)
        )

    def addresses(self, account: str) -> tuple[str, ...]:
        values = self._keeper().ask(lambda link: link.read(account, self.supann.attributes.mail))
        return self.supann.addresses(values or {})

    def check(self) -> None:
        """Ask every server of both identities what it is."""
        self.finder.ask_each(lambda link: self._check(link, reads_locks=False))
        if self.keeper is not None:
            self.keeper.ask_each(lambda link: self._check(link, reads_locks=True))

    def _found(self, link: Link, number: str, shown: PartialDate | None) -> Entry | None:
        names = self.supann.attributes
        found = link.find(self.base, names.number, number, (*names.names, *names.states))
        if len(found) > 1:
            log.warning("several entries have one student number", extra={"server": link.address.name})
        if len(found) != 1:
            return None
        (entry,) = found
        birth_date = compare_birth_date(
            shown, names.birth_date, lambda attribute, value: self._compared(link, entry.dn, attribute, value)
        )
        now = self.now()
        return Entry(
            self.supann.student(number, entry.values, birth_date),
            entry.dn,
            self.supann.standing(entry.values, now).standing,
            self.supann.registered(entry.values, now),
        )

    def _compared(self, link: Link, dn: str, attribute: str, value: str) -> bool | None:
        answer = link.compare(dn, attribute, value)
        if answer is False and not self.product.tells_absence and not link.has(dn, attribute):
            return None
        return answer

    def _state(self, link: Link, account: str) -> AccountState | None:
        wanted = (*self.product.attributes, *self.supann.attributes.states)
        values = link.read(account, wanted)
        if values is None:
            return None
        now = self.now()
        state = self.product.state(account, values, link, now)
        return self._with_standing(
            replace(state, registered=self.supann.registered(values, now)), values, now
        )

    def _with_standing(self, state: AccountState, values: Values, now: datetime) -> AccountState:
        """Join what SupAnn says; where that can't be understood, no lock may be taken for one of ours."""
        told = self.supann.standing(values, now)
        if not told.is_understood:
            log.warning("a state of an account can't be understood")
            state = replace(state, locked=None)
        if told.standing in PRODUCT_DECIDES and state.standing is not Standing.UNKNOWN:
            return state
        return replace(state, standing=told.standing)

    def _known(self, account: str) -> AccountState:
        state = self.state(account)
        if state is None:
            raise Refused("This account no longer exists.", "account_gone")
        return state

    def _keeper(self) -> Servers:
        if self.keeper is None:
            raise DirectoryAway(
                "This computer has no identity that may look at locks: set [directory.desk].", retry=False
            )
        return self.keeper

    def _check(self, link: Link, *, reads_locks: bool) -> None:
        unfit = self.product.unfitness(link.read("", ROOT) or {}, link, reads_locks=reads_locks)
        if unfit is None and link.read(self.base, ("objectClass",)) is None:
            unfit = "shows no branch directory.base to the kiosk: check its name and the access rules"
        if unfit is not None:
            raise DirectoryAway(f"The directory server {link.address.name} {unfit}.", retry=False)
