"""Story files (稿件) → `Story`: front matter, and the body in Markdown."""
