"""The icons, drawn for this program: 24 x 24, one stroke, in currentColor."""
