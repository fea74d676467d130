"""Settings files for the tests of settings."""

from pathlib import Path

from kiosk.settings import Settings, load

EXAMPLE = Path(__file__).parents[3] / "resources" / "kiosk.example.toml"


def load_text(folder: Path, text: str) -> Settings:
    """Load this text as kiosk.toml in a folder, whose folder "data" is the data folder."""
    file = folder / "kiosk.toml"
    file.write_text(text, encoding="utf-8")
    return load(file, {"KIOSK_DATA": str(folder / "data")})
