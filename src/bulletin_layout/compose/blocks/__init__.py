"""Blocks that take whole rows (整行的块): titles, photos, tables, pull quotes; set without regard to the text
around."""
