"""Reads Markdown records, checks them, and says how to show them; knows nothing of MkDocs."""
