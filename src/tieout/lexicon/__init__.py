"""Words to values: pure functions of a string."""
