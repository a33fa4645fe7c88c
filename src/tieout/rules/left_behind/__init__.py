"""What an earlier release left behind in this one: dates, sentences, columns."""
