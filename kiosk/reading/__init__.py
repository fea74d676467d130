"""From pixels to facts: codes, cards, documents. Pure: a picture in, values out."""
