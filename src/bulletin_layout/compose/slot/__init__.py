"""Room first (版块的地盘): title, photos and jump notices take their places, and what a slot has left are seats."""
