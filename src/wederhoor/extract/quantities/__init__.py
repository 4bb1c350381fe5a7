"""How many: the counts in a report, with what they count."""

from wederhoor.extract.quantities.reader import read_quantities

__all__ = ["read_quantities"]
