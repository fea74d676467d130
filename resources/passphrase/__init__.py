"""Words of which one-time secrets are made."""
