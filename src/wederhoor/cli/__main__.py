"""`python -m wederhoor.cli` is `wederhoor`."""

from wederhoor.cli.main import main

main(prog_name="wederhoor")
