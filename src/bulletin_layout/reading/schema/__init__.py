"""The keys of every file (键表): tables that drive the checks, the JSON Schemas and the reference."""
