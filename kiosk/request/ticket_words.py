"""What a ticket says, in French and English. Nothing here tells why an account is closed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from kiosk.triage.advice import Advice


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketWords:
    """One language's words, with {reference}, {day}, {place} or {hours} where such a value goes."""

    recorded: str
    unsent: str
    replaces: str
    tracking: str
    answer_by: str
    come: str
    wait: str
    keep: str
    where: str
    hours: str
    no_request: str
    weekdays: tuple[str, ...]
    months: tuple[str, ...]
    day: str  # {weekday}, {number}, {month}
    first: str  # how the first of a month is written
    advice: Mapping[Advice, str]


FRENCH = TicketWords(
    recorded="Demande enregistrée",
    unsent="Demande enregistrée ici, pas encore envoyée",
    replaces="Ce ticket remplace le précédent, qui n’ouvre plus rien.",
    tracking="Numéro de suivi : {reference}",
    answer_by="Réponse au plus tard {day}, fin de journée.",
    come="Présentez ce ticket et votre pièce d’identité à un agent.",
    wait="Un agent examine votre demande : vous n’avez rien d’autre à faire.",
    keep="Gardez ce ticket : son code permet de suivre votre demande.",
    where="Où : {place}",
    hours="Horaires : {hours}",
    no_request="Aucune demande n’a été enregistrée.",
    weekdays=("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    months=(
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ),
    day="{weekday} {number} {month}",
    first="1er",
    advice=MappingProxyType(
        {
            Advice.BRING_IDENTITY_DOCUMENT: "Apportez votre carte nationale d’identité ou votre passeport.",
            Advice.BRING_STUDENT_CARD: "Apportez votre carte d’étudiant.",
            Advice.BRING_ENROLMENT_CERTIFICATE: "Apportez votre certificat de scolarité.",
            Advice.COME_TO_DESK: "Adressez-vous à un agent au guichet.",
            Advice.KEEP_TICKET: "Gardez ce ticket.",
            Advice.NOTE_ERROR_MESSAGE: "Notez le message d’erreur que l’ENT affiche.",
            Advice.USE_RESET_LINK: "Réinitialisez votre mot de passe en ligne.",
            Advice.USE_INSTITUTIONAL_ADDRESS: "N’utilisez que votre adresse universitaire.",
            Advice.ACTIVATE_ACCOUNT: "Activez d’abord votre compte en ligne.",
            Advice.SIGN_IN_AND_CHANGE_PASSWORD: "Connectez-vous et changez votre mot de passe.",
            Advice.GO_TO_REGISTRAR: "Adressez-vous à la scolarité.",
            Advice.CONTACT_DIGITAL_SUPPORT: "Contactez l’assistance numérique.",
        }
    ),
)
ENGLISH = TicketWords(
    recorded="Request recorded",
    unsent="Request recorded here, not sent yet",
    replaces="This ticket replaces the one before, which opens nothing any more.",
    tracking="Tracking number: {reference}",
    answer_by="Answer by {day}, end of the day.",
    come="Show this ticket and your identity document to a member of staff.",
    wait="Staff are looking at your request: there is nothing else for you to do.",
    keep="Keep this ticket: its code lets you follow your request.",
    where="Where: {place}",
    hours="Opening hours: {hours}",
    no_request="No request was recorded.",
    weekdays=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    months=(
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
    day="{weekday} {number} {month}",
    first="1",
    advice=MappingProxyType(
        {
            Advice.BRING_IDENTITY_DOCUMENT: "Bring your identity card or passport.",
            Advice.BRING_STUDENT_CARD: "Bring your student card.",
            Advice.BRING_ENROLMENT_CERTIFICATE: "Bring your enrolment certificate.",
            Advice.COME_TO_DESK: "Ask a member of staff at the desk.",
            Advice.KEEP_TICKET: "Keep this ticket.",
            Advice.NOTE_ERROR_MESSAGE: "Note the error message that the ENT shows.",
            Advice.USE_RESET_LINK: "Reset your password online.",
            Advice.USE_INSTITUTIONAL_ADDRESS: "Use your university address only.",
            Advice.ACTIVATE_ACCOUNT: "Activate your account online first.",
            Advice.SIGN_IN_AND_CHANGE_PASSWORD: "Sign in and change your password.",
            Advice.GO_TO_REGISTRAR: "Go to the registrar’s office.",
            Advice.CONTACT_DIGITAL_SUPPORT: "Contact digital support.",
        }
    ),
)
_LANGUAGES: Mapping[str, TicketWords] = MappingProxyType({"fr": FRENCH, "en": ENGLISH})


def words_in(language: str) -> TicketWords:
    """Return the words of a language; French where there are none."""
    return _LANGUAGES.get(language, FRENCH)


def written_day(day: date, words: TicketWords) -> str:
    """Return "lundi 30 novembre", "vendredi 1er janvier", "Monday 30 November"."""
    number = words.first if day.day == 1 else str(day.day)
    return words.day.format(
        weekday=words.weekdays[day.weekday()], number=number, month=words.months[day.month - 1]
    )
