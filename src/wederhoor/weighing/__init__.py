"""Setting positions on an event side by side: who says what, and how they differ."""

from wederhoor.weighing.versions import undated_versions
from wederhoor.weighing.weigher import weigh
from wederhoor.weighing.wording import (
    position_words,
    sentence,
    speaker,
    speaks_as_many,
    value_words,
)

__all__ = [
    "position_words",
    "sentence",
    "speaker",
    "speaks_as_many",
    "undated_versions",
    "value_words",
    "weigh",
]
