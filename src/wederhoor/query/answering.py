"""Which events are told to answer which: two in one sentence, with words of response before the one answered.

Example:
    "Als vergelding voor de ontvoering bestookte het leger de stad": the shelling answers the abduction.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby

from wederhoor.model import Report, Span, WeighedEvent
from wederhoor.resources.loader import load_entries
from wederhoor.resources.phrases import sentence_span

Told = tuple[Span, str]
"""The words that mention an event, and its id."""


def answers(
    events: Sequence[WeighedEvent], reports: Mapping[str, Report]
) -> Iterator[tuple[str, str]]:
    """Yield pairs of ids: of an event that is answered, and of the one that answers it.

    Args:
        events: the events of a record.
        reports: its reports by id.
    """
    told: dict[str, list[Told]] = {}
    for weighed in events:
        for mention in weighed.event.mentions:
            found = told.setdefault(mention.report, [])
            found += [(trigger.span, weighed.event.id) for trigger in mention.triggers]
    for name, found in told.items():
        if len({event for _, event in found}) > 1 and cue().search(reports[name].text):
            yield from _in_report(reports[name].text, sorted(found, key=_place))


def _place(told: Told) -> tuple[int, int, str]:
    return (told[0].start, told[0].end, told[1])


def _in_report(text: str, told: Sequence[Told]) -> Iterator[tuple[str, str]]:
    for sentence, group in groupby(told, key=lambda item: sentence_span(text, item[0])):
        here = list(group)
        for match in cue().finditer(text, sentence.start, sentence.end):
            after = [item for item in here if item[0].start >= match.end()]
            if not after:
                continue
            answered = after[0][1]
            # "als reactie op X deed men Y" and "men deed Y als reactie op X"
            before = [item for item in here if item[0].end <= match.start()]
            others = [event for _, event in (*reversed(before), *after) if event != answered]
            if others:
                yield answered, others[0]


@cache
def cue() -> re.Pattern[str]:
    """Return the pattern of all words of response."""
    words = [
        word
        for entry in load_entries("nl/responses.yaml", frozenset({"words"}))
        for word in entry.data["words"]
    ]
    longest = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b", re.IGNORECASE)
