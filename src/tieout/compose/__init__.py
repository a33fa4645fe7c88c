"""A release and its Form 8-K, composed from closed figures so that they tie by construction."""
