"""The command line: parse what is asked, call pipeline, query or export, show."""
