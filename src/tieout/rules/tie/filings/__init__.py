"""Figures of one filing held against those of others: which are the same, and why one changed."""
