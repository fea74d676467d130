"""The append-only, hash-chained, signed record of what was done. Pure."""
