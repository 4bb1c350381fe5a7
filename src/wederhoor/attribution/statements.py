"""Who is said to say which words of a report.

What comes in: the `Analysis` of a report and its possible speakers. What goes out: `Statement`s: a source,
the cue that names it, and its scope, the tokens that it covers.

Example:
    In "Volgens de VS heeft Iran vijftien raketten afgevuurd" the VS is the source of all but "Volgens de VS".
"""

from __future__ import annotations

from wederhoor.attribution.carriers import read_carriers
from wederhoor.attribution.continuing import continued_quotes, continued_reports
from wederhoor.attribution.headlines import read_headlines
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
        *read_unnamed(analysis, quotes),
    ]
    pronouns = Pronouns(analysis, speakers)
    found = pronouns.resolved(found)
    found += read_carriers(analysis, speakers, found)
    found += continued_quotes(analysis, pronouns, quotes, found)
    found += continued_reports(analysis, quotes, found)
    return tuple(sorted(found, key=lambda said: (said.cue, said.rule, len(said.scope))))
