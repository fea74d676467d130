"""Reads a student card and an identity document, records the verification, queues the unlock. No Qt below here."""

__version__ = "0.1.0"
