"""Whole pages (成版): banners, slots and furniture put together; bulletins, which lay pages as their text needs them."""
