"""The same fact, in two places, agrees."""
