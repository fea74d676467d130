"""Settings that are allowed one by one and don't go together are refused."""

import re

import pytest

from kiosk.errors import SettingsWrong
from tests.kiosk.settings.given_settings import load_text

LDAP = "[directory]\nkind = 'openldap'\nservers = ['ldaps://one.example.org']\nbase = 'dc=example'\n"
TERMINAL = "terminal = {bind = 'cn=terminal,dc=example'}\n"
MAIL = "[mail]\nhost = 'smtp.example.org'\nsender = 'a@b.example'\n"
PRETEND = "[store]\ndemonstration = true\n[directory]\nkind = 'pretend'\n"
TOGETHER_WRONG = [
    ("[directory]\nkind = 'openldap'", 'directory.kind = "openldap" needs directory.servers'),
    (LDAP, "needs directory.terminal.bind"),
    (LDAP + TERMINAL + "[channel]\nkind = 'directory'", "needs directory.desk.bind"),
    (LDAP + TERMINAL + "proof_looks = 60\nproof_pause_seconds = 2", "must be a minute at most"),
    ("[directory]\nkind = 'pretend'", 'directory.kind = "pretend" needs store.demonstration = true'),
    (
        "[camera]\nkind = 'pictures'\npaths = ['a']",
        'camera.kind = "pictures" needs store.demonstration = true',
    ),
    ("[store]\nfirst_staff = 'staff.csv'", "store.first_staff needs store.demonstration = true"),
    ("[store]\nfirst_register = 'a.csv'", "store.first_register needs store.demonstration = true"),
    (
        "[store]\ndemonstration = true\n[camera]\nkind = 'pictures'",
        'camera.kind = "pictures" needs camera.paths',
    ),
    (
        "[documents]\nreview = ['passport', 'residence_permit', 'other_identity_card', 'other_document']",
        '"passport" must be in one of documents.accept',
    ),
    ("[documents]\nrefuse = ['visa']", '"driving_licence" must be in one of documents.accept'),
    ("[hours]\nmonday = ['12:00-08:00']", "hours.monday must be in order"),
    ("[hours]\nmonday = ['08:00-12:00', '11:00-17:00']", "hours.monday must be in order"),
    (
        "hours = {" + ", ".join(f"{d}day = []" for d in ("mon", "tues", "wednes", "thurs", "fri")) + "}",
        "hours must have",
    ),
    ("[retention]\nrecord_days = 7", "retention.record_days must not be less than retention.holder_days"),
    ("[channel]\nkind = 'mail'\nto = 'a@b.example'", 'channel.kind = "mail" needs mail.host and mail.sender'),
    (MAIL + "[channel]\nkind = 'mail'", 'channel.kind = "mail" needs channel.to'),
    ("[notices]\nkind = 'mail'\nphone = '1'", 'notices.kind = "mail" needs mail.host and mail.sender'),
    (MAIL + "[notices]\nkind = 'mail'", 'notices.kind = "mail" needs notices.phone or notices.mailbox'),
    (MAIL + "security = 'none'", 'mail.security = "none" is for a mail server on this computer only'),
    ("[unlock]\none_time_secret = true", 'unlock.one_time_secret needs channel.kind = "directory"'),
    (
        PRETEND
        + "[channel]\nkind = 'directory'\n[unlock]\none_time_secret = true\n[printer]\nkind = 'system'",
        'unlock.one_time_secret needs printer.kind = "escpos"',
    ),
    ("[channel]\nkind = 'directory'", 'channel.kind = "directory" needs a directory that can unlock'),
    (
        "[[closures]]\nfirst = 2027-01-03\nlast = 2026-12-19\nlabel = {fr = 'a', en = 'a'}",
        "closures[1] ends on 2026-12-19, before it begins on 2027-01-03",
    ),
    (
        "[symptoms.unknown]\nmessages = [{code = 'account_locked', fr = 'a', en = 'a'}]",
        'the message code "account_locked" stands 2 times in symptoms',
    ),
]


@pytest.mark.parametrize(("text", "sentence"), TOGETHER_WRONG)
def test_what_does_not_go_together_is_said(tmp_path, text, sentence):
    """The sentence names the keys that contradict one another."""
    with pytest.raises(SettingsWrong, match=re.escape(sentence)):
        load_text(tmp_path, text)


def test_a_demonstration_may_pretend(tmp_path):
    """The fictional campus needs no camera and no directory."""
    text = """
        store = {demonstration = true, first_register = "register.csv", first_staff = "staff.csv"}
        directory = {kind = "pretend"}
        channel = {kind = "directory"}
        camera = {kind = "pictures", paths = ["videos"]}
    """

    assert (tmp_path / "videos",) == load_text(tmp_path, text).camera.paths
