"""TOML that people write: taken at its word, told with its lines, and written."""
