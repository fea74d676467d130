import re
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.mailing.letter import REPEAT, Letter, Sender, as_bytes
from tests.given import NOW
from tests.kiosk.mailing.letters import SENDER, TO, a_letter

KNOWN = {
    "From",
    "To",
    "Subject",
    "Date",
    "Message-ID",
    "Auto-Submitted",
    "Content-Language",
    "Content-Type",
    "Content-Transfer-Encoding",
    "MIME-Version",
}


def read(letter: Letter, sender: Sender = SENDER, **how: bool) -> EmailMessage:
    return message_from_bytes(as_bytes(letter, sender, NOW, **how), policy=default)


def said(part: EmailMessage) -> str:
    return part.get_content().replace("\r\n", "\n")


def test_says_who_writes_to_whom_and_when():
    """What a mail program shows, and what keeps holiday replies away."""
    mail = read(a_letter())

    assert "Point d’accueil <guichet@univ.example>" == mail["From"]
    assert (TO, "Une demande") == (mail["To"], mail["Subject"])
    assert "Mon, 23 Nov 2026 09:30:00 +0000" == mail["Date"]
    assert "auto-generated" == mail["Auto-Submitted"]
    assert "fr" == mail["Content-Language"]


def test_has_the_same_id_at_each_try():
    """A mailbox can tell a repetition, and so can a person."""
    first, again = read(a_letter()), read(a_letter(), is_repeat=True)

    assert f"<{'ab' * 16}@univ.example>" == first["Message-ID"] == again["Message-ID"]
    assert (None, "yes") == (first[REPEAT], again[REPEAT])
    assert "Bonjour,\n\nÀ bientôt.\n" == said(first)
    assert "Déjà reçu ?\n\nBonjour,\n\nÀ bientôt.\n" == said(again)


def test_answers_go_where_the_campus_wants_them():
    """Else to who wrote."""
    sender = Sender(address="guichet@univ.example", reply_to="accueil@univ.example")

    assert "accueil@univ.example" == read(a_letter(), sender)["Reply-To"]
    assert read(a_letter())["Reply-To"] is None


def test_holds_the_same_as_plain_text_and_as_html():
    """Whoever reads without HTML reads all of it."""
    mail = read(a_letter(html="<p>À bientôt.</p>\n"))

    assert "multipart/alternative" == mail.get_content_type()
    assert ["text/plain", "text/html"] == [part.get_content_type() for part in mail.iter_parts()]
    assert "<p>À bientôt.</p>\n" == said(mail.get_body(("html",)))


@given(
    st.text(max_size=300),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=3000),
    st.text(max_size=300),
)
def test_no_name_adds_a_header_or_a_long_line(subject, text, name):
    """Whatever stands in a subject, a text or a name: the same headers, ASCII, no line above 998 bytes."""
    message = as_bytes(a_letter(subject=subject, text=text), Sender(address="a@b.example", name=name), NOW)

    message.decode("ascii")
    assert max(map(len, message.split(b"\r\n"))) <= 998
    assert not re.search(rb"(?<!\r)\n|\r(?!\n)", message)
    assert set(message_from_bytes(message, policy=default)) <= KNOWN


@pytest.mark.parametrize("subject", ["Dupond\r\nBcc: everyone@univ.example", "x\r\n\r\nBody"])
def test_a_line_break_in_a_name_stays_in_its_header(subject):
    """No second header and no body begins."""
    mail = read(a_letter(subject=subject))

    assert mail["Bcc"] is None
    assert " ".join(subject.split()) == mail["Subject"]
