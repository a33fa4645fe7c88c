"""The grammar of sentences that hold figures: what each figure is of, when, and in what role."""
