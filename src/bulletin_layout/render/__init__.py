"""Finished pages → files (输出): PDF, proof images, text dump. Nothing is measured, broken or decided here.

Each product has a module of its own, imported when it is asked for: loading the libraries takes longer than
drawing a page does.
"""
