"""A one-time secret, handed over at the desk to a person whom signed-in staff ticked as seen.

It exists on paper and in the directory only: it is drawn here, set, printed, and forgotten by this function.
"""

from kiosk.desk.anchoring import anchor_decision
from kiosk.desk.carrying_out import LEASE, carry_out_if_free, carry_out_once
from kiosk.desk.ending_secrets import remember_secret
from kiosk.desk.looking import account_state
from kiosk.desk.recording import decided
from kiosk.errors import OutOfService, Refused
from kiosk.kit import Kit
from kiosk.notices import ONE_TIME_SECRET
from kiosk.open_secrets import OpenSecrets
from kiosk.printer import SlipPrinter
from kiosk.request import life
from kiosk.request.passphrase import new_passphrase
from kiosk.request.request import Holder, Request, State
from kiosk.request.slip import slip_text
from kiosk.staff.account import StaffAccount
from kiosk.staff.permissions import Act, require
from kiosk.triage.cause import causes
from kiosk.words import load_words

OFF = "This campus hands no one-time secrets over: set unlock.one_time_secret in kiosk.toml."
NOT_READY = "The ticket printer isn't ready, so nothing was set: see to its paper and cable, then try again."
LOST = (
    "The secret was set but couldn't be printed, so nobody knows it, and the old password is gone too: "
    "mend the printer and hand over another one."
)
NOT_NOTED = (
    "The secret was set, but this computer couldn't note when it must end, so it wasn't printed: nobody knows it, "
    "and the old password is gone too. See to the disk and hand over another one."
)


def hand_over(
    kit: Kit, staff: StaffAccount, reference: str, *, seen: bool, reason: str | None = None
) -> Request:
    """Set a one-time secret, print it, and carry the request out.

    Raises NotFound, NotAllowed, AlreadyDecided, DirectoryAway, and Refused: among others with secret_printer (nothing
    was set), secret_lost and secret_not_noted (it was set and nobody has it).
    """
    require(staff, Act.HAND_OVER_SECRET)
    slips, open_secrets = _means(kit)
    request = kit.store.get(reference)
    account, _ = account_state(kit, request)
    after = life.with_secret(
        request,
        staff,
        kit.rules.approval,
        kit.now(),
        seen=seen,
        causes=causes(request.symptom, account),
        reason=reason,
        since=kit.rules.calendar.start_of_day(kit.now()),
    )
    _check_printer(slips)
    _set_and_print(kit, staff, request, slips, open_secrets)
    if after is request:
        return request if request.state is State.UNLOCKED else carry_out_if_free(kit, request)
    details = {"seen": seen, "alone": bool(after.decision and after.decision.alone)}
    happening = decided("request_approved", after, staff.login, kit.now(), details)
    kept = kit.store.swap(request, after, happening, LEASE)
    anchor_decision(kit)
    return carry_out_once(kit, kept)


def _check_printer(slips: SlipPrinter) -> None:
    try:
        slips.check()
    except OutOfService as error:
        raise Refused(NOT_READY, "secret_printer") from error


def _means(kit: Kit) -> tuple[SlipPrinter, OpenSecrets]:
    if not kit.rules.hands_over_secrets or kit.slips is None or kit.open_secrets is None:
        raise Refused(OFF, "one_time_off")
    return kit.slips, kit.open_secrets


def _set_and_print(
    kit: Kit, staff: StaffAccount, request: Request, slips: SlipPrinter, open_secrets: OpenSecrets
) -> None:
    """That it was ordered is kept before, what came of it after: a crash between leaves a trace."""
    if request.holder is None:
        raise ValueError("the rule lets no request without a holder pass")
    holder = request.holder
    _note(kit, staff, request, "one_time_secret_ordered")
    passphrase = new_passphrase(kit.secret, holder.display_name)
    mark = kit.directory.set_one_time_password(holder.account, passphrase.text)
    kit.notices.tell(request, ONE_TIME_SECRET)
    try:
        remember_secret(open_secrets, request, mark, kit.now())
    except OSError as error:
        _note(kit, staff, request, "one_time_secret_lost")
        raise Refused(NOT_NOTED, "secret_not_noted") from error
    today = kit.rules.calendar.local(kit.now())
    words = load_words(_language(holder), "i18n", "mail")
    text = slip_text(words, passphrase, request.reference, words.day(today))
    try:
        slips.print_slip(text)
    except OutOfService as error:
        _note(kit, staff, request, "one_time_secret_lost")
        raise Refused(LOST, "secret_lost") from error
    _note(kit, staff, request, "one_time_secret_printed")


def _note(kit: Kit, staff: StaffAccount, request: Request, kind: str) -> None:
    kit.store.record(decided(kind, request, staff.login, kit.now()))


def _language(holder: Holder) -> str:
    return holder.language if holder.language in ("fr", "en") else "fr"
