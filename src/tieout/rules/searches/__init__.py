"""Searches over plain integers: what adds up to what, and what is a quotient of what."""
