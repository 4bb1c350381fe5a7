"""Whether a mention only refers to what its readers know already: "de aanslagen", "de reeks aanslagen".

What comes in: the text of a report and the triggers of a mention. Such a mention tells no news of its own
and gives no day; it is of the event that the news of those days is about.

Example:
    "Vlaggen halfstok na de aanslagen in Quito" refers back; "nieuwe aanslagen in Quito" does not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from wederhoor.model.span import Span
from wederhoor.resources.phrases import is_reference, opens_reference, starts_anew, tells_first

_BACK = 60  # characters before a trigger in which its article stands
_WORD = re.compile(r"[\w’'-]+|[.,:;!?()„“”\"]")
_ADJECTIVES = 2  # words between an article and its noun


def refers_back(text: str, title: int, triggers: Sequence[Span]) -> bool:
    """Tell whether every trigger is a noun that refers back, or stands bare in a headline.

    Args:
        text: the text of the report.
        title: characters of its headline.
        triggers: the words that mention the event, the clearest first.
    """
    return bool(triggers) and all(_refers(text, title, span) for span in triggers)


def is_another(text: str, triggers: Sequence[Span]) -> bool:
    """Tell whether the words say that it is another deed than one known: "nieuwe aanslagen".

    Args:
        text: the text of the report.
        triggers: the words that mention the event, the clearest first.
    """
    said = [any(map(starts_anew, _phrase(_near(text, span)))) for span in triggers]
    return bool(said) and all(said)


def _near(text: str, span: Span) -> Sequence[str]:
    before = _WORD.findall(text[max(0, span.start - _BACK) : span.start].casefold())
    return before[-1 - _ADJECTIVES :]


def _refers(text: str, title: int, span: Span) -> bool:
    near = _near(text, span)
    if not is_reference(span.of(text)):
        return False
    if any(starts_anew(word) or tells_first(word) for word in near):
        return False
    if span.start < title:
        return any(char.isalnum() for char in text[: span.start])  # "Explosie bij kerk" is news
    return any(opens_reference(word) for word in _phrase(near))


def _phrase(near: Sequence[str]) -> Sequence[str]:
    """Return the words after the last mark: an article before a comma is another noun's."""
    marks = [at for at, word in enumerate(near) if not word[0].isalnum()]
    return near[marks[-1] + 1 :] if marks else near
