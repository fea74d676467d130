"""End the one-time secrets that nobody used: a day after they were handed over they open nothing more."""

import logging
from dataclasses import replace
from datetime import datetime, timedelta

from kiosk.desk.recording import decided
from kiosk.errors import DirectoryAway, NotFound, Refused
from kiosk.kit import Kit
from kiosk.open_secrets import OpenSecret, OpenSecrets
from kiosk.request.passphrase import new_passphrase
from kiosk.request.request import Holder, Request

log = logging.getLogger(__name__)
LIFE = timedelta(hours=24)
AGAIN = timedelta(minutes=5)
SYSTEM = "system"


def remember_secret(kept: OpenSecrets, request: Request, mark: str, at: datetime) -> None:
    """Note that a secret is out, before anyone has it. Raises OSError."""
    secret = OpenSecret(
        request=request.id, reference=request.reference, mark=mark, ends_at=at + LIFE, next_at=at + LIFE
    )
    kept.keep(secret)


def end_unused_secrets(kit: Kit) -> None:
    """End each that is a day old and still unchanged; one process of this computer at a time.

    What the student chose in time stays: the directory itself tells that password from ours.
    """
    kept = kit.open_secrets
    if kept is None or not kept.folder.exists():
        return
    try:
        with kept.alone() as is_mine:
            for each in kept.all() if is_mine else ():
                if each.next_at <= kit.now():
                    _end(kit, kept, each)
    except OSError as error:
        log.warning("one-time secrets can't be looked at", extra={"cause": error.strerror})


def _end(kit: Kit, kept: OpenSecrets, secret: OpenSecret) -> None:
    request = _as_kept(kit, secret.reference)
    if request is None or request.holder is None:
        log.warning("a one-time secret's account is forgotten", extra={"request": secret.request})
        kept.drop(secret)
        return
    try:
        ended = _ended(kit, request.holder, secret.mark)
    except (DirectoryAway, Refused) as error:
        log.warning("a one-time secret isn't ended yet", extra={"cause": type(error).__name__})
        kept.keep(replace(secret, next_at=kit.now() + AGAIN))
        return
    if ended:
        kit.store.record(decided("one_time_secret_ended", request, SYSTEM, kit.now()))
    kept.drop(secret)


def _ended(kit: Kit, holder: Holder, mark: str) -> bool:
    instead = new_passphrase(kit.secret, holder.display_name).text
    try:
        return kit.directory.end_one_time_password(holder.account, mark, instead)
    except Refused as error:
        if "account_gone" in error.reasons:
            return False
        raise


def _as_kept(kit: Kit, reference: str) -> Request | None:
    try:
        return kit.store.get(reference)
    except NotFound:
        return None
