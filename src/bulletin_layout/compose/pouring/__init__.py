"""Pouring (灌文): puts items into seats, finds flaws of the result, and balances columns, which mends flaws."""
