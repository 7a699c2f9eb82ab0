"""What every key may hold (键表): the tables of keys, their check, and what is made from them."""
