"""Release to Checks, one rule each: a module that finds operands, a page that says why."""
