"""Manuscripts (来稿): Word and text files in, story files out, with a list of everything that was not kept.

``importing`` is the way in. ``kinds``, ``package`` and ``xml`` open a file within limits, ``document`` and the modules
beside it read what a Word file holds, ``roles`` finds headline, byline and captions, ``story`` writes the story file,
``merging`` joins it with one that was edited since.
"""
