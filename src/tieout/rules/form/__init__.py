"""A form and its release agree with each other and with the rules they cite."""
