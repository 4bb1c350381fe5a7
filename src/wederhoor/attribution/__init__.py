"""The attribution step: who says it, and how sure."""

from wederhoor.attribution.claims import attribute

__all__ = ["attribute"]
