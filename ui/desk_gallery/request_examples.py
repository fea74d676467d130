"""A request in each of its states, and what is asked before something is done with it."""

from collections.abc import Mapping
from datetime import timedelta

from kiosk.notices import Told
from kiosk.request.life import RefusalReason
from kiosk.request.request import Request, State
from kiosk.staff.account import Role
from kiosk.triage.words import Cause, Door
from ui.desk.notice import NoticeView
from ui.desk_gallery import campus, views
from ui.desk_gallery.beginning import Show, press, show_page, show_request, words_of
from ui.desk_gallery.counter import Counter


def _show(desk: Counter, made: Request, *causes: Cause, told: Told | None = None) -> None:
    show_page(desk)
    desk.show_request(views.request(words_of(desk), views.dossier(made, causes=causes, told=told)))


def _ticked(desk: Counter) -> None:
    show_request(desk)
    press(desk, "seen")


def _review(desk: Counter) -> None:
    show_request(desk, 3, verdict=campus.REVIEW)


def _long(desk: Counter) -> None:
    show_page(desk)
    made = campus.request(6, verdict=campus.REVIEW)
    causes = (Cause.SUSPECTED_HACK, Cause.TECHNICAL_LOCK, Cause.TOO_MANY_TRIES, Cause.PASSWORD_EXPIRED)
    seen = views.dossier(made, causes=causes)
    desk.show_request(views.request(words_of(desk), seen, steps=views.STEPS))


def _reception(desk: Counter) -> None:
    show_request(desk, role=Role.RECEPTION)


def _approved(desk: Counter) -> None:
    _show(desk, campus.decided(State.APPROVED), Cause.TOO_MANY_TRIES)


def _postponed(desk: Counter) -> None:
    """Show an approval whose carrying out found the directory away, twice."""
    next_at = campus.NOW + timedelta(minutes=2)
    made = campus.decided(State.APPROVED, failure="directory_away", attempts=2, next_attempt_at=next_at)
    _show(desk, made, Cause.TOO_MANY_TRIES)


def _failed(desk: Counter) -> None:
    _show(desk, campus.decided(State.FAILED, failure="still_locked"), Cause.TOO_MANY_TRIES)


def _unlocked(desk: Counter) -> None:
    _show(desk, campus.ended(State.UNLOCKED), Cause.NOT_LOCKED)


def _handed_over(desk: Counter) -> None:
    _show(desk, campus.ended(State.HANDED_OVER), Cause.TOO_MANY_TRIES)


def _refused(desk: Counter) -> None:
    made = campus.ended(State.REFUSED, reason=RefusalReason.IDENTITY_NOT_CONFIRMED)
    _show(desk, made, Cause.TOO_MANY_TRIES, told=Told.GIVEN_UP)


def _redirected(desk: Counter) -> None:
    made = campus.ended(State.REDIRECTED, at=6, to=Door.DIGITAL_SUPPORT)
    _show(desk, made, Cause.TECHNICAL_LOCK)


def _lapsed(desk: Counter) -> None:
    filed_at = campus.NOW - timedelta(days=30)
    made = campus.request(3, state=State.LAPSED, filed_at=filed_at, ended_at=campus.NOW)
    _show(desk, made, Cause.TOO_MANY_TRIES)


def _erased(desk: Counter) -> None:
    _show(desk, campus.ended(State.UNLOCKED, holder=None))


def _away(desk: Counter) -> None:
    words = words_of(desk)
    show_page(desk)
    seen = views.dossier(campus.request(3), causes=(Cause.CANT_TELL,), away="away")
    desk.show_request(views.request(words, seen))
    said = (words("desk.notice.directory"), words("desk.notice.directory_says"))
    desk.show_notices([NoticeView("directory", "warn", *said, is_lasting=True)])


def _refuse(desk: Counter) -> None:
    _ticked(desk)
    press(desk, "refuse")


def _redirect(desk: Counter) -> None:
    _long(desk)
    press(desk, "redirect")


def _reason(desk: Counter) -> None:
    _long(desk)
    press(desk, "seen", "approve")


def _by_hand(desk: Counter) -> None:
    show_page(desk)
    seen = views.dossier(campus.request(1))
    desk.show_request(views.request(words_of(desk), seen, steps=views.STEPS))
    press(desk, "seen", "approve")


def _secret_offered(desk: Counter) -> None:
    show_page(desk)
    seen = views.dossier(campus.request(1), causes=(Cause.PASSWORD_EXPIRED,))
    desk.show_request(views.request(words_of(desk), seen, hands_over=True))


def _secret(desk: Counter) -> None:
    _secret_offered(desk)
    press(desk, "seen", "secret")


def _untold(desk: Counter) -> None:
    show_page(desk)
    seen = views.dossier(campus.decided(State.UNLOCKED), causes=(Cause.NOT_LOCKED,), told=Told.NO_ADDRESS)
    desk.show_request(views.request(words_of(desk), seen, hands_over=True))


REQUEST_EXAMPLES: Mapping[str, Show] = {
    "request": show_request,
    "request-seen": _ticked,
    "request-review": _review,
    "request-long": _long,
    "request-reception": _reception,
    "request-approved": _approved,
    "request-postponed": _postponed,
    "request-failed": _failed,
    "request-unlocked": _unlocked,
    "request-handed-over": _handed_over,
    "request-refused": _refused,
    "request-redirected": _redirected,
    "request-lapsed": _lapsed,
    "request-erased": _erased,
    "directory-away": _away,
    "refuse": _refuse,
    "redirect": _redirect,
    "reason": _reason,
    "by-hand": _by_hand,
    "secret-offered": _secret_offered,
    "secret": _secret,
    "untold": _untold,
}
