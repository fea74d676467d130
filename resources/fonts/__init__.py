"""Bundled fonts with their licences."""
