"""The review page: documents of one folder, checked anew whenever one of them is saved."""
