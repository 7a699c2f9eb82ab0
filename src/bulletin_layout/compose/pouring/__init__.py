"""Pouring (灌文): items into seats, as far as they reach; its flaws, and balancing, which mends them."""
