"""What a line is a line of, told by the statement around it where its caption does not say."""
