"""EDGAR's filings: fetched as its rules ask, kept in an archive, and handed out from it."""
