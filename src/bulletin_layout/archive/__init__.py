"""What a PDF carries of its issue (存档): sources, lock and metadata; taking them out again, and comparing two PDFs."""
