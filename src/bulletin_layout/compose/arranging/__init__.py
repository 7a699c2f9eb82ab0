"""Arrangements (排法): tries every story of a page in every free slot, and ranks the best arrangements."""
