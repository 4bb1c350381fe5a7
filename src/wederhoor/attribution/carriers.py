"""The chain around a statement: who carried it ("tegen persbureau AFP") and whom the carrier had it from.

Example:
    In "Een arts zei tegen AFP dat er tien doden zijn" AFP carries what the doctor says; in "AFP meldt
    op gezag van een arts dat er tien doden zijn" the doctor is the innermost speaker.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wederhoor.attribution.cues import Cue, carriers, cues, speaker_words
from wederhoor.attribution.speakers import Speakers
from wederhoor.attribution.statement import (
    Statement,
    clause_around,
    cue_and_source,
    find_cue,
)
from wederhoor.model import Actor, ActorKind, Analysis, Span

_REACH = 5  # tokens behind "tegen" in which the medium stands
_SOURCE = 6  # tokens behind "op gezag van" in which the source stands
_SAYING = ("say.", "by.aldus")


def read_carriers(
    analysis: Analysis, speakers: Speakers, found: Sequence[Statement]
) -> list[Statement]:
    """Return the outer and inner links of the chains whose middle is already found."""
    said = [one for one in found if one.rule.startswith(_SAYING) and one.source is not None]
    links = [*_outer(analysis, speakers, said), *_told_to(analysis, speakers, said)]
    by_phrase = [one for one in found if one.rule == "by.volgens" and one.source is not None]
    links += _inner(analysis, speakers, [*said, *by_phrase])
    return [link for link in links if link.scope]


def _outer(
    analysis: Analysis, speakers: Speakers, said: Sequence[Statement]
) -> Iterator[Statement]:
    sentences = {analysis.tokens[one.cue].sent for one in said}
    for cue in carriers():
        for first, stop in find_cue(analysis, cue.words):
            if analysis.tokens[first].sent not in sentences:
                continue
            medium = _medium(analysis, speakers, stop)
            carried = _nearest(analysis, first, said) if medium else None
            if medium and carried and carried.source != medium[0]:
                scope = carried.scope
                aside = carried.aside | cue_and_source(analysis, first, medium[1])
                yield Statement(
                    *medium, first, carried.stance, scope, cue.rule, stop, aside, carried.about
                )


def _told_to(
    analysis: Analysis, speakers: Speakers, said: Sequence[Statement]
) -> Iterator[Statement]:
    """Read the medium that is told: "Bewoners vertelden persbureau AFP dat er tien doden zijn"."""
    for one in said:
        for child in analysis.children(one.cue):
            token = analysis.tokens[child]
            if token.dep not in {"iobj", "obj", "obl:arg"} or child < one.cue:
                continue
            medium = speakers.at(child)
            if medium and medium[0].kind is ActorKind.MEDIA and medium[0] != one.source:
                aside = one.aside | cue_and_source(analysis, child, medium[1])
                yield Statement(*medium, child, one.stance, one.scope, "by.carrier", aside=aside)


def _medium(analysis: Analysis, speakers: Speakers, first: int) -> tuple[Actor, Span] | None:
    """Return the medium named right behind a preposition; None when what stands there is none."""
    stop = min(first + _REACH, analysis.sentence(first - 1).stop)
    found = speakers.first_in(first, stop)
    if found is None:
        return None
    words = found[1].of(analysis.text).casefold().split()
    media = speaker_words("speaker.medium")
    known = found[0].kind is ActorKind.MEDIA or bool(media & set(words))
    return found if known else None


def _inner(
    analysis: Analysis, speakers: Speakers, said: Sequence[Statement]
) -> Iterator[Statement]:
    for cue in cues("authority"):
        for first, stop in find_cue(analysis, cue.words):
            limit = min(stop + _SOURCE, analysis.sentence(first).stop)
            source = speakers.first_in(stop, limit)
            if source is None or not _can_be_source(analysis, cue, source):
                continue
            carried = _nearest(analysis, first, said)
            scope = carried.scope if carried else clause_around(analysis, first)
            aside = cue_and_source(analysis, first, source[1])
            yield Statement(*source, first, cue.stance, scope, cue.rule, stop, aside)


def _can_be_source(analysis: Analysis, cue: Cue, source: tuple[Actor, Span]) -> bool:
    """Tell whether one speaks there: "op basis van bronnen", not "op basis van artikel 51"."""
    if cue.words[:2] != ("op", "basis"):
        return True
    words = source[1].of(analysis.text).casefold().split()
    return bool(speaker_words("speaker.informant") & set(words))


def _nearest(analysis: Analysis, i: int, said: Sequence[Statement]) -> Statement | None:
    here = [one for one in said if analysis.tokens[one.cue].sent == analysis.tokens[i].sent]
    before = [one for one in here if one.cue < i]
    return max(before or here, key=lambda one: -abs(one.cue - i), default=None)
