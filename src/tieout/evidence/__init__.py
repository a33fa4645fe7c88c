"""Every figure in hand, by concept and context, reported and derived; what a rule sees."""
