"""Everything with a window: the terminal in the hall and the desk behind the counter.

What both faces stand on:
tokens (sizes and colours -> Look), stylesheet, fonts, icons, words (Words), stage (Look + Words, handed to every
screen, panel and part), parts (small widgets), background (Task), camera_thread, images, failsafe.
No look and no language is global: each window has its own stage, and a change makes its screens anew.
"""
