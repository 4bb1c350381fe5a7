"""Which country a report is about, for bodies that it names without saying whose they are.

Example:
    In a report headed "Onrust in Sudan" the bare "leger" is the army of Sudan.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from wederhoor.extract.actors.page import Page
from wederhoor.model import ActorKind, ActorMention

_OF_STATES = frozenset({ActorKind.GOVERNMENT, ActorKind.MILITARY, ActorKind.POLICE})
_AT_LARGE = frozenset({ActorKind.MEDIA, ActorKind.ORGANISATION})


def find_home(page: Page, mentions: Iterable[ActorMention], outlet: str | None) -> str | None:
    """Return the only country that the title and the first paragraph are about, else None.

    A country is what a report is about when it is named itself or by a body of it: the adjective of a
    person ("Chinese jongen") does not make a report one about China, but rules other countries out.

    Args:
        page: the report.
        mentions: its parties.
        outlet: the country of its outlet where no place of the report lies elsewhere, else None; what
            a report is about that names no country at all.
    """
    sentences = page.analysis.sentences
    if not sentences:
        return None
    last = sentences[0].paragraph + 1
    named = set(_states(page, last))
    found = {code for i, code in enumerate(page.codes) if code and _early(page, i, last)} | named
    for mention in mentions:
        actor = mention.actor
        if actor.country and actor.kind not in _AT_LARGE and _early(page, mention.first, last):
            found.add(actor.country)
            if actor.kind in _OF_STATES and actor.part_of:
                named.add(actor.country)
    if not found and not any(page.codes):
        return outlet
    return named.pop() if len(found) == 1 and found == named else None


def _states(page: Page, last: int) -> Iterator[str]:
    """Yield the countries that the first paragraphs, up to number `last`, call by name."""
    for i in range(page.analysis.sentences[0].first, len(page.tokens)):
        if not _early(page, i, last):
            break
        known = page.known_at(i) if page.capital(i) else None
        if known is not None and known[1].actor.kind is ActorKind.STATE:
            yield known[1].actor.country or ""


def _early(page: Page, i: int, last: int) -> bool:
    return page.analysis.sentences[page.tokens[i].sent].paragraph <= last
