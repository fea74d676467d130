"""The unlock request: its life, reference, due time and limits. Pure."""
