"""Every screen with example values, in every orientation, language, theme and size: to be looked at, and tested."""
