"""What the program carries: style, words, fonts, icons, models, the example settings."""
