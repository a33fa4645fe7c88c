"""What assistants are handed of local files, by the Model Context Protocol: nothing unmarked."""
