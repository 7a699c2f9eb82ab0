"""What takes whole rows (整行的块), set on its own: titles, photos, tables, pull quotes; no text round it is known."""
