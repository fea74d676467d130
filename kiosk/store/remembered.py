"""For how long the store remembers what a limit may ask for."""

from datetime import timedelta

COUNTED = timedelta(days=1)
REMEMBERED = timedelta(days=7)
