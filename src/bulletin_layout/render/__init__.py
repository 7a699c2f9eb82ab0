"""Writes finished pages to files (输出): PDF, proof images, text dump. It measures, breaks and decides nothing.

Each product has its own module, which is imported when it is needed: loading the libraries takes longer than drawing a
page.
"""
