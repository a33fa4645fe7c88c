"""How the judge's bounds are measured: a document, then many, then the tables of them."""
