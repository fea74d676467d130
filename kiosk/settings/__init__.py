"""What a campus decides: kiosk.toml and the environment, as one frozen value. Knows no room but errors."""

from kiosk.settings.load import load
from kiosk.settings.values import Settings

__all__ = ["Settings", "load"]
