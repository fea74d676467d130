"""The demonstration: both windows on a fictional campus, played by a newcomer or, without a display, by itself."""
