"""The archive (存档): what a PDF carries of its issue, and the issue made again from it."""
