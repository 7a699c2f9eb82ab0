"""Lays slots (版块的地盘): title, photos and jump notices get their places; the rest of the slot is for text."""
