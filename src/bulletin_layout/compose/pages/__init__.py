"""Whole pages (成版): banners, slots and furniture put together; bulletins, which lay pages as text needs them."""
