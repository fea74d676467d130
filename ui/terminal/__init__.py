"""What stands behind the terminal's screens and knows no session: the camera being read, the clock, the campus."""
