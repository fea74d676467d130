"""The desk's panels: each shows one frozen view, emits what staff ask for, and knows no other."""
