"""Each state of the desk that is worth looking at, as what is shown on a counter."""

from collections.abc import Callable, Mapping

from kiosk.notices import Told
from kiosk.request.request import State
from kiosk.staff.account import Role
from kiosk.triage.words import Cause
from ui.desk.notice import NoticeView
from ui.desk.sign_in import SignInView
from ui.desk.toast import ToastView
from ui.desk_gallery import campus, views
from ui.desk_gallery.counter import Counter
from ui.desk_gallery.fleet_examples import FLEET_EXAMPLES
from ui.gallery.frames import camera_picture
from ui.words import Words

Show = Callable[[Counter], None]


def _words(desk: Counter) -> Words:
    return desk.stage.words


def _desk(desk: Counter, page: str = "queue") -> None:
    desk.show_desk(views.bar(_words(desk), page), views.person(_words(desk)))
    desk.show_queue(views.queue(_words(desk), campus.usual(), has_attention=True))


def _open(desk: Counter, at: int = 1, role: Role = Role.SUPERVISOR, **changes: object) -> None:
    _desk(desk)
    made = campus.request(at, **changes)  # type: ignore[arg-type]  # its own arguments
    desk.show_request(views.request(_words(desk), views.dossier(made), role))


def _press(desk: Counter, *keys: str) -> None:
    for key in keys:
        desk.window.key_pressed.emit(key)


def _sign_in(desk: Counter) -> None:
    desk.show_sign_in(SignInView(place=views.PLACES[_words(desk).language]))


def _locked(desk: Counter) -> None:
    words = _words(desk)
    error = words("said.sign_in_failed")
    desk.show_sign_in(SignInView(place=views.PLACES[words.language], locked_by="nferrand", error=error))


def _empty(desk: Counter) -> None:
    _desk(desk)
    desk.show_queue(views.queue(_words(desk)))


def _loading(desk: Counter) -> None:
    desk.show_desk(views.bar(_words(desk)), views.person(_words(desk)))


def _crowded(desk: Counter) -> None:
    _desk(desk)
    desk.show_queue(views.queue(_words(desk), campus.crowd()))
    seen = views.dossier(campus.request(1))
    desk.show_request(views.request(_words(desk), seen))


def _ticked(desk: Counter) -> None:
    _open(desk)
    _press(desk, "seen")


def _review(desk: Counter) -> None:
    _open(desk, 3, verdict=campus.REVIEW)


def _long(desk: Counter) -> None:
    _desk(desk)
    made = campus.request(6, verdict=campus.REVIEW)
    causes = (Cause.SUSPECTED_HACK, Cause.TECHNICAL_LOCK, Cause.TOO_MANY_TRIES, Cause.PASSWORD_EXPIRED)
    seen = views.dossier(made, causes=causes)
    desk.show_request(views.request(_words(desk), seen, steps=views.STEPS))


def _reception(desk: Counter) -> None:
    _open(desk, role=Role.RECEPTION)


def _failed(desk: Counter) -> None:
    _desk(desk)
    made = campus.decided(State.FAILED, failure="still_locked")
    desk.show_request(views.request(_words(desk), views.dossier(made)))


def _ended(desk: Counter) -> None:
    _desk(desk)
    made = campus.decided(State.UNLOCKED, holder=None)
    desk.show_request(views.request(_words(desk), views.dossier(made, causes=())))


def _away(desk: Counter) -> None:
    words = _words(desk)
    _desk(desk)
    seen = views.dossier(campus.request(3), causes=(Cause.CANT_TELL,), away="away")
    desk.show_request(views.request(words, seen))
    said = (words("desk.notice.directory"), words("desk.notice.directory_says"))
    desk.show_notices([NoticeView("directory", "warn", *said, is_lasting=True)])


def _quicker(desk: Counter) -> None:
    words = _words(desk)
    _open(desk)
    says = words("desk.notice.quicker_says", name="Léa Moulin", decision=words("desk.state.approved"))
    desk.show_notices([NoticeView("quicker", "", words("desk.notice.quicker"), says)])


def _called(desk: Counter) -> None:
    _open(desk)
    desk.show_notices(views.calls(_words(desk)))


def _toast(desk: Counter) -> None:
    words = _words(desk)
    _desk(desk)
    made = campus.decided(State.APPROVED, 1, next_attempt_at=campus.NOW)
    desk.show_request(views.request(words, views.dossier(made)))
    said = words("desk.toast.approved", name=campus.LONG_NAME)
    desk.show_toast(ToastView("warn", said, made.reference, can_undo=True))


def _refuse(desk: Counter) -> None:
    _ticked(desk)
    _press(desk, "refuse")


def _redirect(desk: Counter) -> None:
    _long(desk)
    _press(desk, "redirect")


def _reason(desk: Counter) -> None:
    _long(desk)
    _press(desk, "seen", "approve")


def _by_hand(desk: Counter) -> None:
    _desk(desk)
    seen = views.dossier(campus.request(1))
    desk.show_request(views.request(_words(desk), seen, steps=views.STEPS))
    _press(desk, "seen", "approve")


def _secret_offered(desk: Counter) -> None:
    _desk(desk)
    seen = views.dossier(campus.request(1), causes=(Cause.PASSWORD_EXPIRED,))
    desk.show_request(views.request(_words(desk), seen, hands_over=True))


def _secret(desk: Counter) -> None:
    _secret_offered(desk)
    _press(desk, "seen", "secret")


def _untold(desk: Counter) -> None:
    _desk(desk)
    seen = views.dossier(campus.decided(State.UNLOCKED), causes=(Cause.NOT_LOCKED,), told=Told.NO_ADDRESS)
    desk.show_request(views.request(_words(desk), seen, hands_over=True))


def _ticket(desk: Counter) -> None:
    _open(desk)
    desk.show_ticket(views.ticket(_words(desk)))


def _new_ticket(desk: Counter) -> None:
    _open(desk)
    _press(desk, "ticket")


def _not_printed(desk: Counter) -> None:
    _open(desk)
    said = _words(desk)("said.printer")
    desk.show_ticket(views.ticket(_words(desk), said=said, said_tone="bad"))


def _search(desk: Counter) -> None:
    _open(desk)
    desk.show_search()


def _found(desk: Counter) -> None:
    _search(desk)
    if desk.panels is not None:
        desk.panels.search.field.setText("ng")
    found = (campus.request(3), campus.decided(State.FAILED, 4), campus.decided(State.UNLOCKED))
    desk.show_search_results(views.search(_words(desk), found, "ng"))


def _not_found(desk: Counter) -> None:
    _search(desk)
    desk.show_search_results(views.search(_words(desk), (), "zzyzx"))


def _verify(desk: Counter, step: int = 0, **changes: object) -> None:
    _desk(desk, "verify")
    desk.show_image(camera_picture())
    desk.show_person(views.person(_words(desk), step, **changes))


def _verify_ready(desk: Counter) -> None:
    _verify(desk, 2, edge=_words(desk)("desk.reason.expired"))
    if desk.panels is not None:
        desk.panels.verify.symptoms.choose("blocked")


def _outcome(desk: Counter, *, is_filed: bool = True) -> None:
    _desk(desk, "verify")
    desk.show_outcome(views.outcome(_words(desk), is_filed=is_filed))


def _figures(desk: Counter) -> None:
    _desk(desk, "figures")
    desk.show_figures(views.figures(_words(desk)))


def _report(desk: Counter, name: str) -> None:
    desk.show_desk(views.bar(_words(desk), name), views.person(_words(desk)))
    desk.show_report(views.report(_words(desk), name))


def _help(desk: Counter) -> None:
    _open(desk)
    desk.show_help()


EXAMPLES: Mapping[str, Show] = {
    "sign-in": _sign_in,
    "locked": _locked,
    "loading": _loading,
    "queue": _desk,
    "queue-empty": _empty,
    "queue-crowded": _crowded,
    "request": _open,
    "request-seen": _ticked,
    "request-review": _review,
    "request-long": _long,
    "request-reception": _reception,
    "request-failed": _failed,
    "request-ended": _ended,
    "directory-away": _away,
    "quicker": _quicker,
    "called": _called,
    "toast": _toast,
    "refuse": _refuse,
    "redirect": _redirect,
    "reason": _reason,
    "by-hand": _by_hand,
    "secret-offered": _secret_offered,
    "secret": _secret,
    "untold": _untold,
    "ticket": _ticket,
    "ticket-new": _new_ticket,
    "ticket-not-printed": _not_printed,
    "search": _search,
    "search-found": _found,
    "search-none": _not_found,
    "verify": _verify,
    "verify-document": lambda desk: _verify(desk, 1),
    "verify-ready": _verify_ready,
    "verify-lost": lambda desk: _verify(desk, 1, is_camera_lost=True),
    "outcome": _outcome,
    "outcome-mismatch": lambda desk: _outcome(desk, is_filed=False),
    "figures": _figures,
    "figures-loading": lambda desk: _desk(desk, "figures"),
    "health": lambda desk: _report(desk, "health"),
    "journal": lambda desk: _report(desk, "journal"),
    "journal-broken": lambda desk: _report(desk, "journal-broken"),
    "report-busy": lambda desk: _report(desk, "report-busy"),
    "help": _help,
    **FLEET_EXAMPLES,
}
