"""What flows (文流): a story's body as items, prepared once, each line or block set for the width that it meets."""
