"""Reads story files (稿件) into ``Story``: front matter, and the body in Markdown."""
