"""From the settings to a window: one module a face, so that a start loads what its own face shows.

Only these, besides `ui.__main__`, know the settings, and only these know the wiring.
"""
