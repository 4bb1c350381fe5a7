"""Who says what: hand-checked attributions and quotes, and how many of them are read right."""
