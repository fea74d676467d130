"""What a student is told to bring or to do, as codes that the faces put into words."""

from enum import StrEnum

from kiosk.triage.words import Cause, Door


class Advice(StrEnum):
    BRING_IDENTITY_DOCUMENT = "bring_identity_document"
    BRING_STUDENT_CARD = "bring_student_card"
    BRING_ENROLMENT_CERTIFICATE = "bring_enrolment_certificate"  # it bears the student number as well
    COME_TO_DESK = "come_to_desk"
    KEEP_TICKET = "keep_ticket"
    NOTE_ERROR_MESSAGE = "note_error_message"  # a request without it takes longer
    USE_RESET_LINK = "use_reset_link"
    USE_INSTITUTIONAL_ADDRESS = "use_institutional_address"  # the reset page ignores any other, silently
    ACTIVATE_ACCOUNT = "activate_account"
    SIGN_IN_AND_CHANGE_PASSWORD = "sign_in_and_change_password"  # noqa: S105  a code, not a password
    GO_TO_REGISTRAR = "go_to_registrar"
    CONTACT_DIGITAL_SUPPORT = "contact_digital_support"


_BY_DOOR = {
    Door.SELF_SERVICE: (Advice.USE_RESET_LINK, Advice.USE_INSTITUTIONAL_ADDRESS),
    Door.RECEPTION: (
        Advice.COME_TO_DESK,
        Advice.BRING_IDENTITY_DOCUMENT,
        Advice.BRING_STUDENT_CARD,
        Advice.KEEP_TICKET,
    ),
    Door.DIGITAL_SUPPORT: (Advice.KEEP_TICKET, Advice.NOTE_ERROR_MESSAGE, Advice.CONTACT_DIGITAL_SUPPORT),
    Door.REGISTRAR: (
        Advice.GO_TO_REGISTRAR,
        Advice.BRING_ENROLMENT_CERTIFICATE,
        Advice.BRING_IDENTITY_DOCUMENT,
    ),
}
_BY_CAUSE = {
    Cause.NOT_ACTIVATED: (Advice.ACTIVATE_ACCOUNT,),
    Cause.MUST_CHANGE_PASSWORD: (Advice.SIGN_IN_AND_CHANGE_PASSWORD,),
}

# The same for every failure, the unknown number included: why it failed is for staff only.
NOT_VERIFIED = (Advice.COME_TO_DESK, Advice.BRING_IDENTITY_DOCUMENT, Advice.BRING_STUDENT_CARD)


def advice(door: Door, cause: Cause | None = None) -> tuple[Advice, ...]:
    """Return what to do at this door. `cause` only where it may be told: never to an unverified visitor."""
    return _BY_CAUSE.get(cause, _BY_DOOR[door]) if cause else _BY_DOOR[door]


def what_to_bring(*, has_card: bool, has_document: bool) -> tuple[Advice, ...]:
    """Return what is missing: without an identity document and a student number there is no request.

    The number stands on the student card and on the enrolment certificate; either will do.
    """
    number = () if has_card else (Advice.BRING_STUDENT_CARD, Advice.BRING_ENROLMENT_CERTIFICATE)
    return number if has_document else (Advice.BRING_IDENTITY_DOCUMENT, *number)
