"""The desk put together: which panel stands where, what a key does on which page, what a question leads to."""
