"""What a terminal takes while the store is away: sealed, kept, sent, and opened where the campus' key is."""
