"""From an `Analysis` to the places it names.

Example:
    "In het noorden van Irak vielen raketten." gives "Noord-Irak", a region of IQ without a point.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from wederhoor.extract.actors.countries import people_code
from wederhoor.extract.actors.page import Page
from wederhoor.extract.places.choosing import choose
from wederhoor.extract.places.composing import adjective_phrase, compass_token, widened
from wederhoor.extract.places.evidence import dateline, is_place, locative
from wederhoor.extract.places.gazetteer import Site, gazetteer
from wederhoor.model import ActorKind, Analysis, Place, PlaceMention, Precision


def read_places(analysis: Analysis) -> tuple[PlaceMention, ...]:
    """Return the places of a report, in text order, none overlapping.

    A name that several places bear is settled by the countries that the sentence, then the report,
    names; then by size; a name that stays doubtful gives a place of precision UNKNOWN where the
    language step holds it to be one, else nothing.
    """
    page = Page.of(analysis)
    here = _countries_by_line(page)
    anywhere = frozenset(code for codes in here.values() for code in codes)
    found: list[PlaceMention] = []
    i = 0
    while i < len(page.tokens):
        mention = None
        if page.tokens[i].text[0].isupper() or page.tokens[i].text[0] == "'":
            last = found[-1].stop if found else None
            mention = _place_at(page, i, last, (here.get(page.lines[i], frozenset()), anywhere))
        if mention is None:
            i += 1
            continue
        wide = widened(page, mention)
        clear = not found or wide.first >= found[-1].stop
        found.append(wide if clear else mention)
        i = mention.stop
    return tuple(found)


def _countries_by_line(page: Page) -> dict[int, frozenset[str]]:
    """Return the countries that each sentence names, by name, adjective or inhabitants."""
    found: dict[int, set[str]] = {}
    for i, token in enumerate(page.tokens):
        if not token.text[0].isupper():
            continue
        code = page.codes[i] or people_code(token.text)
        if code is None:
            known = page.known_at(i)
            state = known is not None and known[1].actor.kind is ActorKind.STATE
            code = known[1].actor.country if known is not None and state else None
        if code is not None:
            found.setdefault(page.lines[i], set()).add(code)
    return {line: frozenset(codes) for line, codes in found.items()}


def _place_at(
    page: Page,
    i: int,
    last: int | None,
    named: tuple[Collection[str], Collection[str]],
) -> PlaceMention | None:
    table = gazetteer()
    found = table.at(page.text, page.tokens, page.lines, i)
    if found is not None and not _cut_short(page, i, found[0]):
        stop, sites = found
        return _chosen(page, (i, stop), choose(sites, *named), last)
    compass = compass_token(page, i)
    if compass is not None:
        return compass
    if page.codes[i] is not None:
        return adjective_phrase(page, i)
    return _capitals(page, i, named) or _unknown(page, i)


def _cut_short(page: Page, first: int, stop: int) -> bool:
    """Tell whether the language step holds the name to be longer: "Santa Marta" of "Santa Marta Alta"."""
    entity = page.entity[first]
    if entity is None or entity.label != "LOC" or entity.first != first or entity.stop <= stop:
        return False
    return all(page.capital(i) and not page.codes[i] for i in range(stop, entity.stop))


def _chosen(
    page: Page, span: tuple[int, int], site: Site | None, last: int | None
) -> PlaceMention | None:
    first, stop = span
    if site is None:
        return _unknown(page, first)
    if not is_place(page, first, stop, site, last):
        return None
    words = page.words(first, stop)
    surface = "" if words == site.place.name else words
    return PlaceMention(first, stop, replace(site.place, surface=surface), site.rule)


def _capitals(
    page: Page, i: int, named: tuple[Collection[str], Collection[str]]
) -> PlaceMention | None:
    """Read a dateline in capitals: "BAGDAD - "."""
    text = page.tokens[i].text
    if not text.isupper() or not dateline(page, i, i + 1):
        return None
    site = choose(gazetteer().named(text.title()), *named)
    if site is None:
        return None
    return PlaceMention(i, i + 1, replace(site.place, surface=text), site.rule)


def _unknown(page: Page, i: int) -> PlaceMention | None:
    """Keep a name that the language step and the words before it make a place, known or not."""
    entity = page.entity[i]
    if entity is None or entity.label != "LOC" or entity.first != i or not locative(page, i):
        return None
    if people_code(page.tokens[i].text) or page.known_at(i) is not None or page.codes[i]:
        return None
    words = page.words(i, entity.stop)
    return PlaceMention(i, entity.stop, Place(words, precision=Precision.UNKNOWN), "place.unknown")
