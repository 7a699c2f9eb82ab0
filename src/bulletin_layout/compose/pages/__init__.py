"""Whole pages (成版): assembles banners, slots and furniture; makes as many pages as a running bulletin needs."""
