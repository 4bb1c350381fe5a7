"""From an `Analysis` to everyone and everything in it that can act, speak or have something done to it.

Example:
    "De Iraanse regering ontkent dat Amerikaanse militairen zijn gedood." gives "Iraanse regering"
    (government, IR) and "Amerikaanse militairen" (military, US).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from wederhoor.extract.actors.coreference import tied
from wederhoor.extract.actors.countries import capital_code, countries
from wederhoor.extract.actors.names import as_written
from wederhoor.extract.actors.page import Page
from wederhoor.extract.actors.peoples import read_metonym, read_people
from wederhoor.extract.actors.phrases import read_phrase
from wederhoor.extract.actors.roles import cue, spelled_out
from wederhoor.extract.actors.spans import head_of
from wederhoor.extract.actors.surnames import read_surname, surnames
from wederhoor.model import Actor, ActorKind, ActorMention, Analysis, Entity

_NER_KINDS = {"PER": ActorKind.PERSON, "ORG": ActorKind.ORGANISATION}


def read_actors(analysis: Analysis, outlet: str | None = None) -> tuple[ActorMention, ...]:
    """Return the parties, persons and things of a report, in text order, none overlapping.

    A mention of rule "country.XX.adjective" is an adjective alone ("Amerikaanse luchtaanval"): whether
    the state acts there is for the reader of events to say.

    Args:
        analysis: the report.
        outlet: code of the country of its outlet, to which the bare "minister" and "leger" belong in a
            report that names no country; None when that is not known or places lie elsewhere.
    """
    page = Page.of(analysis)
    found = _longest(_candidates(page))
    bearers = surnames(page, found)
    if bearers:
        later = (read_surname(page, i, bearers) for i in _free(page, found))
        found = _longest([*found, *(mention for mention in later if mention is not None)])
    found = _longest([*found, *_rest(page, found)])
    return tuple(tied(page, found, outlet))


def _candidates(page: Page) -> Iterator[ActorMention]:
    for i, token in enumerate(page.tokens):
        if not token.text[0].isalpha():
            continue
        phrase = read_phrase(page, i)
        if phrase is not None:
            yield phrase
        if page.capital(i) or "-" in token.text or token.text in page.table.beginnings:
            yield from _names(page, i)


def _names(page: Page, i: int) -> Iterator[ActorMention]:
    known = _known(page, i)
    if known is not None:
        yield known
        return
    for read in (read_people, read_metonym, _short, _cabinet):
        mention = read(page, i)
        if mention is not None:
            yield mention
            return


def _known(page: Page, i: int) -> ActorMention | None:
    found = page.known_at(i)
    if found is None:
        return None
    stop, known = found
    entity = page.entity[i]
    if entity is not None and _part_of_other_name(entity, i, stop, known.actor):
        return None
    if known.actor.kind is ActorKind.STATE and _where_only(page, i):
        return None
    head = head_of(page.analysis, i, stop, i)
    return ActorMention(i, stop, head, as_written(known.actor, page.words(i, stop)), known.rule)


def _part_of_other_name(entity: Entity, first: int, stop: int, actor: Actor) -> bool:
    """Tell whether a known name is only a part of a longer one: "Iran" in "Bank of Iran"."""
    if entity.first < first and entity.label == "PER" and actor.kind is ActorKind.PERSON:
        return False
    inside = entity.first <= first and stop <= entity.stop
    return inside and (entity.first, entity.stop) != (first, stop) and entity.label != "LOC"


def _where_only(page: Page, i: int) -> bool:
    """Tell whether the words before a state make it a place: "in Irak"."""
    before = page.tokens[i - 1].lower if page.inside(i - 1, i) else ""
    if before in ("de", "het") and page.inside(i - 2, i):
        before = page.tokens[i - 2].lower
    return before in cue("place-preposition")


def _short(page: Page, i: int) -> ActorMention | None:
    """Read a short name ("May") that counts because the full name stands in the report too."""
    token = page.tokens[i]
    if token.text not in page.table.short or page.label(i) == "LOC":
        return None
    known = page.table.short_for(token.text, page.text)
    if known is None or (known.actor.kind is ActorKind.PERSON and page.label(i) == "ORG"):
        return None
    if _named_on(page, i - 1, i) or _named_on(page, i + 1, i):
        return None
    return ActorMention(i, i + 1, i, as_written(known.actor, token.text), f"{known.rule}.short")


def _named_on(page: Page, i: int, beside: int) -> bool:
    """Tell whether the word beside a short name belongs to the same name: "Abdul Ghani Baradar"."""
    if not page.inside(i, beside) or not page.capital(i) or page.opens(i):
        return False
    return page.tokens[i].upos in ("PROPN", "X") and page.role_at(i) is None


def _cabinet(page: Page, i: int) -> ActorMention | None:
    """Read "regering-Trump": a body named after a known person."""
    start, _, name = page.tokens[i].text.partition("-")
    known = page.table.names.get(name) if name and spelled_out(start.lower()) else None
    if known is None or known.actor.kind is not ActorKind.PERSON:
        return None
    country = countries().get(known.actor.country or "")
    part = (country.state.name,) if country else ()
    words = page.tokens[i].text
    actor = Actor(words, kind=ActorKind.GOVERNMENT, country=known.actor.country, part_of=part)
    return ActorMention(i, i + 1, i, actor, "role.government.cabinet")


def _rest(page: Page, found: Iterable[ActorMention]) -> Iterator[ActorMention]:
    """Yield names that only the language step found, and adjectives of countries left over."""
    found = list(found)
    taken = {i for mention in found for i in range(mention.first, mention.stop)}
    for entity in page.analysis.entities:
        kind = _NER_KINDS.get(entity.label)
        span = range(entity.first, entity.stop)
        if kind is None or not taken.isdisjoint(span) or not page.capital(entity.first):
            continue
        if len(span) == 1 and _no_name(page, entity.first):
            continue
        taken.update(span)
        head = head_of(page.analysis, entity.first, entity.stop, entity.first)
        actor = Actor(page.words(entity.first, entity.stop), kind=kind)
        yield ActorMention(entity.first, entity.stop, head, actor, f"name.{entity.label.lower()}")
    for i in _free(page, found):
        mention = _adjective(page, i)
        if mention is not None:
            yield mention


def _no_name(page: Page, i: int) -> bool:
    """Tell whether what passes for a name is a capital or a noun that opens a sentence."""
    token = page.tokens[i]
    return capital_code(token.text) is not None or (page.opens(i) and spelled_out(token.lower))


def _adjective(page: Page, i: int) -> ActorMention | None:
    code = page.codes[i]
    if code is None or (i and page.codes[i - 1] == code) or page.label(i) in ("PER", "ORG"):
        return None
    stop = i + 1
    while page.inside(stop, i) and page.codes[stop] == code:
        stop += 1
    if not page.inside(stop, i) or not page.tokens[stop].text[0].islower():
        return None
    country = countries()[code]
    actor = as_written(country.state, page.words(i, stop))
    return ActorMention(i, stop, stop - 1, actor, f"{country.rule}.adjective")


def _free(page: Page, found: Iterable[ActorMention]) -> Iterator[int]:
    taken = {i for mention in found for i in range(mention.first, mention.stop)}
    return (
        i
        for i, token in enumerate(page.tokens)
        if i not in taken and (token.text[0].isupper() or page.codes[i])
    )


def _longest(mentions: Iterable[ActorMention]) -> list[ActorMention]:
    """Keep the longest of mentions that overlap, the first of equals, in text order."""
    taken: set[int] = set()
    kept = []
    for mention in sorted(mentions, key=lambda m: (m.first - m.stop, m.first)):
        if taken.isdisjoint(range(mention.first, mention.stop)):
            taken.update(range(mention.first, mention.stop))
            kept.append(mention)
    return sorted(kept, key=lambda mention: mention.first)
