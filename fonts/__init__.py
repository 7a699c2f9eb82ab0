"""The fonts that come with bulletin-layout, as package data: ``fonts.yaml`` is their list."""
