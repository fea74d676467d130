"""Who sits at the desk: signing in, locking, and acts that ask each time whether they still may."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.desk.signing_in import sign_in, still_signed_in
from kiosk.errors import NotAllowed
from kiosk.kit import Kit
from kiosk.staff.account import StaffAccount
from ui.desk_acts.acts import Acts, Failure, Then

Work = Callable[[Kit, StaffAccount], object]
SIGN_IN = "sign_in"


class SignedIn(QObject):
    """The kit, and whoever works with it. locked carries the login that was signed in, "" at a change of user."""

    signed_in = Signal(object)
    locked = Signal(str)
    failed = Signal(object)

    def __init__(self, kit: Kit, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.kit = kit
        self.acts = Acts(self)
        self.acts.failed.connect(self.failed)
        self.staff: StaffAccount | None = None

    def sign_in(self, login: str, password: str) -> bool:
        """Try a login and its password. The password isn't kept."""
        return self.acts.run(SIGN_IN, partial(sign_in, self.kit, login, password), self._on_signed_in)

    @Slot()
    def lock(self) -> None:
        """Forget who it was and whatever is under way for them; the same or someone else signs in again."""
        self._leave(self.staff.login if self.staff else "")

    def change_user(self) -> None:
        self._leave("")

    def run(
        self,
        name: str,
        work: Work,
        then: Then,
        otherwise: Callable[[Failure], None] | None = None,
    ) -> bool:
        """Do something in the name of whoever is signed in; False if nobody is, or it is under way already."""
        if self.staff is None:
            return False
        return self.acts.run(name, partial(_as_of_now, work, self.kit, self.staff), then, otherwise)

    def _on_signed_in(self, staff: StaffAccount) -> None:
        self.staff = staff
        self.signed_in.emit(staff)

    def _leave(self, login: str) -> None:
        self.acts.forget()
        if self.staff is not None:
            self.staff = None
            self.locked.emit(login)


def _as_of_now(work: Work, kit: Kit, staff: StaffAccount) -> object:
    """Do the work with the account's role as it stands: someone may have been disabled since."""
    return work(kit, still_signed_in(kit, staff))


def is_disabled(error: Exception) -> bool:
    """Return whether the account itself is the matter, so that the desk locks."""
    return isinstance(error, NotAllowed) and "account_disabled" in error.reasons
