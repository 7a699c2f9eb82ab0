"""Which story into which slot (排法): every one tried, and the best arrangements of a page ranked."""
