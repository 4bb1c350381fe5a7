"""Who is said to say which words of a report.

What comes in: the `Analysis` of a report and its possible speakers. What goes out: `Statement`s: a source,
the cue that names it, and its scope, the tokens that it covers.

Example:
    In "Volgens de VS heeft Iran vijftien raketten afgevuurd" the VS is the source of all but "Volgens de VS".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from wederhoor.attribution.carriers import read_carriers
from wederhoor.attribution.continuing import continued_quotes, continued_reports
from wederhoor.attribution.headlines import read_headlines
from wederhoor.attribution.nouns import read_nouns
from wederhoor.attribution.phrases import read_phrases
from wederhoor.attribution.pronouns import Pronouns
from wederhoor.attribution.quotes import find_quotes
from wederhoor.attribution.speakers import Speakers
from wederhoor.attribution.statement import Statement
from wederhoor.attribution.unnamed import read_unnamed
from wederhoor.attribution.verbs import read_verbs
from wederhoor.model import Analysis


def find_statements(analysis: Analysis, speakers: Speakers) -> tuple[Statement, ...]:
    """Return the statements of a report, in order of their cues."""
    quotes = find_quotes(analysis)
    found = [
        *read_verbs(analysis, speakers, quotes),
        *read_phrases(analysis, speakers, quotes),
        *read_headlines(analysis, speakers, quotes),
        *read_nouns(analysis, speakers),
        *read_unnamed(analysis, quotes),
    ]
    found = [_cut(analysis, said, found) for said in found]
    pronouns = Pronouns(analysis, speakers)
    found = pronouns.resolved(found)
    found += read_carriers(analysis, speakers, found)
    found += continued_quotes(analysis, pronouns, quotes, found)
    found += continued_reports(analysis, quotes, found)
    return tuple(sorted(found, key=lambda said: (said.cue, said.rule, len(said.scope))))


def _cut(analysis: Analysis, said: Statement, found: Sequence[Statement]) -> Statement:
    """Return a statement that reaches back ("Dat zegt Oman") without what others say further back."""
    here = analysis.sentence(said.cue)
    if not said.rule.startswith("say.") or not said.scope or max(said.scope) >= here.first:
        return said
    last = analysis.tokens[max(said.scope)].sent
    spoken = {analysis.tokens[one.cue].sent for one in found if one.source and one is not said}
    back = last
    while back - 1 >= analysis.tokens[min(said.scope)].sent and back - 1 not in spoken:
        back -= 1
    first = analysis.sentences[back].first
    return replace(said, scope=frozenset(i for i in said.scope if i >= first))
