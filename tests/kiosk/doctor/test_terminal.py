from kiosk.doctor import Level
from kiosk.doctor.terminal import check_terminal


def test_a_voice_that_is_not_installed_is_a_warning():
    """The terminal works without it, silently."""
    level, said = check_terminal("espeak-ng", "dpo@example.org", lambda _: None)

    assert Level.WARNING is level
    assert "espeak-ng" in said


def test_a_notice_without_a_contact_is_a_warning():
    """GDPR art. 13 asks for it."""
    level, said = check_terminal("off", None)

    assert Level.WARNING is level
    assert "[data_protection]" in said


def test_all_is_well_where_both_are_there():
    """With a voice, and with none."""
    assert Level.OK is check_terminal("espeak-ng", "dpo@example.org", lambda name: f"/usr/bin/{name}")[0]
    assert Level.OK is check_terminal("off", "dpo@example.org", lambda _: None)[0]
