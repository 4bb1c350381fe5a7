"""The extract step: from the analysis of one report to its event mentions and the facts on them."""

from wederhoor.extract.mending import mend
from wederhoor.extract.report import extract

__all__ = ["extract", "mend"]
