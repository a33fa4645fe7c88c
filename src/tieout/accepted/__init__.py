"""What people said of a document's findings, kept in a file beside it: read, matched, written."""
