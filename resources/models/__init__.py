"""The networks that read machine-readable zones, and their hashes (models.toml)."""
