"""Text of stories (文流): a body becomes items, which are prepared once; lines and blocks are set for each width."""
