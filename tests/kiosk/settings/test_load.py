"""Where settings come from, and what is said of a file that can't be read."""

from dataclasses import FrozenInstanceError

import platformdirs
import pytest

from kiosk.errors import SettingsWrong
from kiosk.settings import load
from tests.kiosk.settings.given_settings import load_text

SITE = '[site]\ncode = "{}"\n'


def test_without_a_file_the_defaults_hold(tmp_path):
    """Nothing needs to be written before a first start."""
    settings = load(None, {"KIOSK_DATA": str(tmp_path)})

    assert (None, tmp_path, tmp_path / "kiosk.sqlite") == (settings.file, settings.data, settings.store.path)


def test_without_an_environment_the_platforms_folder_holds_the_data():
    """Each system has its own place for what a program keeps for a user."""
    assert platformdirs.user_data_path("mirail-kiosk", appauthor=False) == load(None, {}).data


def test_the_data_folders_file_is_found(tmp_path):
    """An installed kiosk needs no option."""
    (tmp_path / "kiosk.toml").write_text(SITE.format("found"))

    assert "found" == load(None, {"KIOSK_DATA": str(tmp_path)}).site.code


def test_the_environment_goes_before_the_data_folder(tmp_path):
    """KIOSK_CONFIG names a file for a whole session."""
    (tmp_path / "kiosk.toml").write_text(SITE.format("data"))
    (tmp_path / "other.toml").write_text(SITE.format("environment"))
    environ = {"KIOSK_DATA": str(tmp_path), "KIOSK_CONFIG": str(tmp_path / "other.toml")}

    assert "environment" == load(None, environ).site.code


def test_the_argument_goes_before_the_environment(tmp_path):
    """--config is for this one time."""
    (tmp_path / "kiosk.toml").write_text(SITE.format("argument"))
    environ = {"KIOSK_DATA": str(tmp_path), "KIOSK_CONFIG": str(tmp_path / "missing.toml")}

    assert "argument" == load(tmp_path / "kiosk.toml", environ).site.code


def test_settings_are_frozen(tmp_path):
    """What was decided at the start holds until the end."""
    with pytest.raises(FrozenInstanceError):
        load_text(tmp_path, "").site = None


def test_relative_paths_start_at_the_file(tmp_path):
    """A folder with its settings can be carried elsewhere."""
    settings = load_text(tmp_path, '[store]\npath = "here.sqlite"')

    assert tmp_path / "here.sqlite" == settings.store.path


def test_default_paths_start_at_the_data_folder(tmp_path):
    """A settings file in /etc doesn't move the data there."""
    settings = load_text(tmp_path, '[notices]\nkind = "outbox"')

    assert tmp_path / "data" / "outbox" == settings.notices.folder


def test_absolute_paths_stay(tmp_path):
    """A path that says everything is taken as it is."""
    settings = load_text(tmp_path, '[journal]\nanchor_to = "/media/anchors"')

    assert "/media/anchors" == str(settings.journal.anchor_to)


def test_a_byte_order_mark_does_no_harm(tmp_path):
    """Some editors put one in front."""
    assert "bom" == load_text(tmp_path, "\ufeff" + SITE.format("bom")).site.code


def test_a_named_file_that_is_missing_is_said(tmp_path):
    """A misspelt --config must not silently mean the defaults."""
    with pytest.raises(SettingsWrong, match=r"There is no settings file .*nowhere\.toml\."):
        load(tmp_path / "nowhere.toml", {})


def test_a_file_that_cannot_be_read_is_said(tmp_path):
    """The system's own words tell why."""
    with pytest.raises(SettingsWrong, match=r"can't be read: Is a directory\."):
        load(tmp_path, {})


def test_broken_toml_names_line_and_column(tmp_path):
    """Whoever wrote it finds the place."""
    with pytest.raises(SettingsWrong, match=r"kiosk\.toml isn't TOML: .*\(at line 2, column 8\)"):
        load_text(tmp_path, "[site]\ncode = mirail\n")


def test_text_that_is_not_utf_8_names_the_line(tmp_path):
    """An old editor's accents are found."""
    (tmp_path / "kiosk.toml").write_bytes(b"[site]\n# fa\xe7ade\n")

    with pytest.raises(SettingsWrong, match=r"line 2 isn't UTF-8 text"):
        load(tmp_path / "kiosk.toml", {})


def test_endless_brackets_are_broken_toml(tmp_path):
    """A file that exhausts the reader is a wrong file, not a crash."""
    with pytest.raises(SettingsWrong, match="too many brackets"):
        load_text(tmp_path, "a = " + "[" * 100_000)
