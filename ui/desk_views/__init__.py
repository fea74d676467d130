"""From what the desk knows to what its panels show: words only, in the desk's language. Pure."""
