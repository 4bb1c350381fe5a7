"""How well dates and numbers are read: published test cases, and expressions checked by hand."""
