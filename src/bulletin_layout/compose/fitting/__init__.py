"""Copyfitting (凑版): composes a thread in its slots, changing these as far as the layout allows until the text
fits."""
