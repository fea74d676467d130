import hashlib

import pytest

from kiosk.errors import ModelAway
from kiosk.reading.models import NAMES, load_models


@pytest.fixture
def folder(tmp_path):
    """A folder with two small files as models, listed with their hashes."""
    entries = []
    for name in NAMES:
        (tmp_path / f"{name}.onnx").write_bytes(name.encode())
        digest = hashlib.sha256(name.encode()).hexdigest()
        entries.append(f'[{name}]\nfile = "{name}.onnx"\nsha256 = "{digest}"\n')
    (tmp_path / "models.toml").write_text("".join(entries))
    return tmp_path


def test_the_models_of_the_program_are_the_listed_ones():
    """What comes with the program loads, so its hashes hold."""
    models = load_models()

    sizes = {len(getattr(models, name)) for name in NAMES}
    assert len(sizes) == len(NAMES)
    assert min(sizes) > 100_000


def test_listed_models_are_returned_whole(folder):
    """The bytes are those of the files."""
    models = load_models(folder)

    assert [name.encode() for name in NAMES] == [getattr(models, name) for name in NAMES]


def test_an_altered_model_is_refused(folder):
    """One byte more, and the model is not the one that was measured."""
    (folder / "reader.onnx").write_bytes(b"reader!")

    with pytest.raises(ModelAway, match=r"reader\.onnx was altered"):
        load_models(folder)


def test_a_missing_model_is_named(folder):
    """The sentence says which file is missing."""
    (folder / "finder.onnx").unlink()

    with pytest.raises(ModelAway, match=r"finder\.onnx is missing"):
        load_models(folder)


@pytest.mark.parametrize("text", ["", "[finder]\n", "finder = 3\n"])
def test_a_model_that_is_not_listed_is_refused(folder, text):
    """Without a hash nothing can be checked."""
    (folder / "models.toml").write_text(text)

    with pytest.raises(ModelAway, match="does not list the model finder"):
        load_models(folder)


def test_a_broken_list_is_refused(folder):
    """A list that is no TOML is an error of its own."""
    (folder / "models.toml").write_text("[finder")

    with pytest.raises(ModelAway, match="can't be read"):
        load_models(folder)


def test_a_missing_list_is_refused(folder):
    """No list, no models."""
    (folder / "models.toml").unlink()

    with pytest.raises(ModelAway, match="can't be read"):
        load_models(folder)


def test_a_missing_model_is_not_worth_retrying(folder):
    """A file does not come back by itself."""
    (folder / "finder.onnx").unlink()

    with pytest.raises(ModelAway) as away:
        load_models(folder)

    assert not away.value.retry
