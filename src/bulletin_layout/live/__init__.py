"""The live page (活样): an issue in the browser, drawn anew as its files change."""
