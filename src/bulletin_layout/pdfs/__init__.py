"""PDF files as objects (PDF 对象): plain values, a finishing pass over a written file, and reading files."""

from bulletin_layout.pdfs.values import Name, PageRef, Pointer, Ref, Stream, Value, deflated, number, text_string, utf16

__all__ = ["Name", "PageRef", "Pointer", "Ref", "Stream", "Value", "deflated", "number", "text_string", "utf16"]
