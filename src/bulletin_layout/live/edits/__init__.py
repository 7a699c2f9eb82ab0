"""Edits made on the page (直接改): worked out on the text of the files, tried, written, undone.

Every byte that an edit does not mean to change stays: comments, order, quotation marks, line ends, a BOM.
"""
