"""What pages show, worked out: plain data for the templates, in the reader's language."""
