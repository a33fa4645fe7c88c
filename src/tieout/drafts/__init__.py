"""Releases side by side: what changed from one to the next, and what became of ticks."""
