"""Setting positions on an event side by side: who says what, and how they differ."""

from wederhoor.weighing.versions import undated_versions
from wederhoor.weighing.weigher import weigh
from wederhoor.weighing.wording import position_words, sentence, speaker, value_words

__all__ = ["position_words", "sentence", "speaker", "undated_versions", "value_words", "weigh"]
