"""Stories in their slots (凑版): a thread composed and reported, and bent as far as the layout allows until it fits."""
