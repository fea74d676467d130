"""The question before a one-time secret: what will happen, and where someone must write why."""

from kiosk.desk.looking import Dossier
from kiosk.triage.unlocking import UnlockRule, may_unlock
from kiosk.triage.words import Symptom
from ui.desk.confirm import ConfirmDialog, ConfirmView
from ui.desk.reason import ReasonDialog, ReasonView
from ui.desk_face.scene import Scene
from ui.desk_views.rows import holder_name

STEPS = ("printer", "print", "change")


def secret_dialog(scene: Scene, dossier: Dossier) -> ConfirmDialog | ReasonDialog:
    """Return the dialog: security matters want a written reason, all others a plain yes."""
    words = scene.words
    title = words("desk.secret.title", name=holder_name(words, dossier.request))
    says = words("desk.secret.says")
    if is_security(dossier):
        return ReasonDialog(scene.stage(), ReasonView(title, says))
    steps = tuple(words(f"desk.secret.step_{step}") for step in STEPS)
    return ConfirmDialog(scene.stage(), ConfirmView(title, says, steps, words("desk.secret.go"), "key"))


def is_security(dossier: Dossier) -> bool:
    rule = may_unlock(dossier.causes).rule if dossier.causes else UnlockRule.CANT_TELL
    return dossier.request.symptom is Symptom.SUSPECTED_HACK or rule is UnlockRule.SUPERVISOR_IN_PERSON
