"""Compares what a document says with what the directory says. Pure."""
