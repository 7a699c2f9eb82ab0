"""Proof rounds (三校): what stood where in a round, what changed since the last one, and the sheets that show it."""
