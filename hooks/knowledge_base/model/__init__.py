"""What a record is; nothing here reads a file or shows a page."""
