"""Printed Chinese newsletters: YAML page layouts and story files in, print-ready PDF issues out."""

__version__ = "0.1.0"
