"""Layout files (版式) → `PageLayout`: inheritance, styles, slots, furniture."""
