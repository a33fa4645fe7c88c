"""Numbers and tables left unresolved are said to be."""
