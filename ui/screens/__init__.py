"""The terminal's screens, one a file. Each takes a stage and a frozen view, and emits what was touched.

A screen knows no other, no session and no camera. Another language, size or theme: the same view, a new screen.
"""
