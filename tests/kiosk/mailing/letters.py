"""A letter, who writes it, and a post that is to send it."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from kiosk.mailing.attempts import Attempts
from kiosk.mailing.letter import Letter, Sender
from kiosk.mailing.post import Post
from kiosk.mailing.smtp import Security, SmtpServer
from tests.given import NOW

SENDER = Sender(address="guichet@univ.example", name="Point d’accueil")
TO = "assistance@univ.example"


def a_letter(**changes: Any) -> Letter:
    """Return a short letter, with some fields changed."""
    letter = Letter(
        key="ab" * 16,
        to=TO,
        subject="Une demande",
        text="Bonjour,\n\nÀ bientôt.\n",
        if_repeated="Déjà reçu ?",
    )
    return replace(letter, **changes)


def a_server(port: int, **changes: Any) -> SmtpServer:
    server = SmtpServer(host="127.0.0.1", port=port, security=Security.NONE, timeout_s=5)
    return replace(server, **changes)


def a_post(folder: Path, port: int, **changes: Any) -> Post:
    return Post(a_server(port, **changes), SENDER, Attempts(folder), lambda: NOW)
