"""The nouns: values with no input, output or opinion."""
