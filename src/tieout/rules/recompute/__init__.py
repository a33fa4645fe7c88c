"""Percentages, ratios, per-share figures and changes recompute."""
