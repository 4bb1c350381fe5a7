"""The attribution step: who says it, and how sure."""

from wederhoor.attribution.claims import attribute
from wederhoor.attribution.reading import Attribution, read_attributions

__all__ = ["Attribution", "attribute", "read_attributions"]
