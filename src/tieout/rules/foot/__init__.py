"""A total equals its components."""
