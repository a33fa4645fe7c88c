"""Opening and movements make the closing."""
