"""Terminals as the desk knows them: how one is admitted, and how it is. Pure."""
