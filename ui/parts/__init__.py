"""Small widgets, one a file: each takes a look (and words already said), and emits what was touched."""
