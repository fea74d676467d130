"""What can go wrong in a way this program can explain.

KioskError            has a sentence for a person, and never holds personal data
 |- Unreadable        pixels or text are not what was hoped
 |- Refused           a rule says no; carries the reasons as codes
 |  |- NotAllowed     this role may not do that
 |  |- NotFound       there is no such thing
 |  |- AlreadyDecided someone else was first
 |- SettingsWrong     kiosk.toml or the command line can't be used as it stands
 |- OutOfService      an outside part is away; carries which, and whether a retry may help
    |- CameraAway  DirectoryAway  PrinterAway  ChannelAway  ModelAway
    |- StoreAway
       |- NotAdmitted       the store's server answers, and knows no such login or password
       |- TerminalStopped   the store answers, and takes nothing from this terminal
          |- TerminalRevoked   for good

Anything else is a bug: log it, forget the visitor, show out of order, start the visit again.
"""


class KioskError(Exception):
    """This program can explain it to someone: str() is the sentence."""


class Unreadable(KioskError):
    """Pixels or text are not what was hoped."""


class Refused(KioskError):
    """A rule says no."""

    def __init__(self, sentence: str, *reasons: str) -> None:
        super().__init__(sentence)
        self.reasons = reasons


class NotAllowed(Refused):
    """This person's role may not do that."""


class NotFound(Refused):
    """There is no such request, person or file."""


class AlreadyDecided(Refused):
    """Someone else was first; what they decided stands."""


class SettingsWrong(KioskError):
    """kiosk.toml or the command line can't be used as it stands."""


class OutOfService(KioskError):
    """An outside part is away."""

    part = "part"

    def __init__(self, sentence: str, retry: bool = True) -> None:
        super().__init__(sentence)
        self.retry = retry


class CameraAway(OutOfService):
    part = "camera"


class StoreAway(OutOfService):
    part = "store"


class NotAdmitted(StoreAway):
    """The store's server answers, and doesn't know this login or its password."""


class TerminalStopped(StoreAway):
    """The store answers, and takes nothing from this terminal: nothing may be kept for later either."""

    part = "stopped"


class TerminalRevoked(TerminalStopped):
    """For good: what this terminal still holds goes."""

    part = "revoked"


class DirectoryAway(OutOfService):
    part = "directory"


class PrinterAway(OutOfService):
    part = "printer"


class ChannelAway(OutOfService):
    part = "channel"


class ModelAway(OutOfService):
    part = "model"
