"""The networks' files: found in the package, checked against their hashes before anything uses them."""

import hashlib
import tomllib
from dataclasses import dataclass, fields
from importlib.resources import files
from importlib.resources.abc import Traversable

from kiosk.errors import ModelAway

LIST = "models.toml"


@dataclass(frozen=True, slots=True)
class Models:
    """The ONNX files' contents: what finds a zone's lines, what reads a line, what reads one that is in doubt."""

    finder: bytes
    reader: bytes
    wide_reader: bytes


NAMES = tuple(field.name for field in fields(Models))


def load_models(folder: Traversable | None = None) -> Models:
    """Return the models of a folder, by default those that come with the program.

    Raises ModelAway if one is missing, altered, or not listed in models.toml.
    """
    folder = folder or files("resources.models")
    hashes = read_hashes(folder)
    return Models(**{name: checked(folder, name, hashes) for name in NAMES})


def read_hashes(folder: Traversable) -> dict[str, dict[str, str]]:
    """Return what models.toml says of each model: its file and the file's SHA-256."""
    try:
        return tomllib.loads((folder / LIST).read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise ModelAway(f"The list of models, {LIST}, can't be read.", retry=False) from error


def checked(folder: Traversable, name: str, hashes: dict[str, dict[str, str]]) -> bytes:
    """Return a model's bytes if they are the ones that were measured."""
    try:
        file, expected = hashes[name]["file"], hashes[name]["sha256"]
    except (KeyError, TypeError) as error:
        raise ModelAway(f"{LIST} does not list the model {name}.", retry=False) from error
    try:
        content = (folder / file).read_bytes()
    except OSError as error:
        raise ModelAway(f"The model {file} is missing: install the program again.", retry=False) from error
    if hashlib.sha256(content).hexdigest() != expected:
        raise ModelAway(f"The model {file} was altered: install the program again.", retry=False)
    return content
