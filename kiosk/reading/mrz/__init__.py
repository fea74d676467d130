"""The text of machine-readable zones: what the lines of a document say, and how they are written."""
