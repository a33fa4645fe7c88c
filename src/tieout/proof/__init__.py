"""The one judge: when a figure that is not as expected is wrong, and when the reading of it is."""
