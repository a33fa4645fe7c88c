"""A filing already read, as the book it could have been composed from."""
