"""What stands behind the desk's panels: acts in the background, one of a kind at a time, and what they come to."""
