"""Captions of filed statements, with the elements they were filed under: what names are made of."""
