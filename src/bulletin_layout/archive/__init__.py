"""Archive files (存档): attaches sources, lock and metadata to a PDF, takes them out again, and compares two PDFs."""
