"""The name that follows a noun: "premier Aldo Verrin", "persbureau Reuters", "tanker Noorderzon 2"."""

from __future__ import annotations

from dataclasses import replace

from wederhoor.extract.actors.names import Known
from wederhoor.extract.actors.page import Page
from wederhoor.extract.actors.roles import Sort, cue
from wederhoor.extract.actors.spans import Core
from wederhoor.model import Actor, ActorKind

_GROUPS = frozenset(
    {ActorKind.ARMED_GROUP, ActorKind.MEDIA, ActorKind.ORGANISATION, ActorKind.PARTY}
)
_NAMED_THINGS = frozenset({"role.ship", "role.base", "role.airport", "role.building"})
_QUOTES = frozenset({'"', "'", "‘", "“", "„"})
_LONGEST = 6  # tokens in a name

Named = tuple[int, Actor, str]


def name_after(page: Page, core: Core, at: int) -> Named | None:
    """Return the token after the name that starts at token `at`, the party, and the rule.

    Only the name itself decides who it is; the noun tells what sort of party it is.
    """
    if not page.inside(at, core.noun) or "Number=Plur" in page.tokens[core.noun].feats:
        return None
    sort = core.role.sort
    if sort is Sort.THING:
        return _thing(page, core, at)
    known = _known(page, core, at)
    if known is not None:
        return known
    if sort is Sort.OFFICE or (sort is Sort.PEOPLE and page.label(at) == "PER"):
        return _person(page, core, at)
    if core.role.kind in _GROUPS and page.label(at) in ("ORG", "MISC"):
        return _group(page, core, at)
    return None


def _known(page: Page, core: Core, at: int) -> Named | None:
    found = page.known_at(at)
    if found is None and core.role.sort is Sort.OFFICE:
        short = _short(page, core, at)
        found = (at + 1, short) if short is not None and not _goes_on(page, at) else None
    if found is None:
        return None
    stop, known = found
    entity = page.entity[at]
    longer = entity is not None and entity.label == "PER" and entity.stop > stop
    if longer or not _fits(core, known):
        return None
    surface = page.words(core.first, stop)
    return stop, replace(known.actor, surface=surface), known.rule


def _short(page: Page, core: Core, at: int) -> Known | None:
    """Return the person of a short name after an office: "minister Blok", whose name few others bear.

    A name that only one known person bears is trusted where no other country is said with the office.
    """
    word = page.tokens[at].text
    bearers = page.table.short.get(word, ())
    if len(bearers) == 1 and core.code in (None, bearers[0].actor.country):
        return bearers[0]
    return page.table.short_for(word, page.text, core.code)


def _goes_on(page: Page, at: int) -> bool:
    """Tell whether a name goes on after token `at`, so that it is someone else's."""
    return page.inside(at + 1, at) and page.capital(at + 1) and page.tokens[at + 1].upos in _NAMES


_NAMES = ("PROPN", "X")


def _fits(core: Core, known: Known) -> bool:
    kind = known.actor.kind
    if core.role.sort in (Sort.OFFICE, Sort.PEOPLE) and core.role.kind is not ActorKind.ARMED_GROUP:
        return kind is ActorKind.PERSON
    return core.role.kind in _GROUPS and kind not in (ActorKind.STATE, ActorKind.PERSON)


def _person(page: Page, core: Core, at: int) -> Named | None:
    stop = _name_stop(page, at, core.noun)
    if stop == at:
        return None
    name = page.words(at, stop)
    kind = ActorKind.PERSON
    actor = Actor(name=name, kind=kind, country=core.code, surface=page.words(core.first, stop))
    return stop, actor, f"{core.role.rule}.name"


def _name_stop(page: Page, at: int, noun: int) -> int:
    """Return the token after the person's name at token `at`, `at` itself when there is none."""
    entity = page.entity[at]
    if entity is not None and entity.label == "PER":
        return entity.stop
    stop = at
    if not _name_part(page, at):
        return at
    while page.inside(stop, noun) and stop - at < _LONGEST:
        token = page.tokens[stop]
        particle = token.lower in cue("name-particle") and _names_no_office(page, stop + 1, noun)
        if not _name_part(page, stop) and not (particle and _name_part(page, stop + 1)):
            break
        stop += 1
    return stop


def _names_no_office(page: Page, i: int, noun: int) -> bool:
    """Tell whether the word after "van" goes on with the name: not "Vera Holm van Defensie"."""
    if not page.inside(i, noun) or page.known_at(i) is not None:
        return False
    two = page.words(i, i + 2) if page.inside(i + 1, noun) else ""
    return page.tokens[i].text not in cue("portfolio") and two not in cue("portfolio")


def _name_part(page: Page, i: int) -> bool:
    token = page.tokens[i]
    capital = page.capital(i) or token.lower.startswith(("al-", "el-"))
    return capital and not page.codes[i] and token.upos in _NAMES and page.label(i) != "LOC"


def _group(page: Page, core: Core, at: int) -> Named | None:
    entity = page.entity[at]
    if entity is None or entity.first != at:
        return None
    name = page.words(at, entity.stop)
    surface = page.words(core.first, entity.stop)
    actor = Actor(name=name, kind=core.role.kind, country=core.code, surface=surface)
    return entity.stop, actor, f"{core.role.rule}.name"


def _thing(page: Page, core: Core, at: int) -> Named | None:
    """Read the name of a ship, a base, a building: capitals and numbers, quoted or not."""
    if core.role.rule not in _NAMED_THINGS or at != core.stop:
        return None
    quoted = page.tokens[at].text in _QUOTES
    start = stop = at + 1 if quoted else at
    while page.inside(stop, core.noun) and _thing_part(page, stop, first=stop == start):
        stop += 1
    while stop > start and page.inside(stop, core.noun) and _arabic(page.tokens[stop].text):
        stop += 1
    closed = page.inside(stop, core.noun) and page.tokens[stop].text in ('"', "'", "’", "”")
    if stop == start or (quoted and not closed):
        return None
    name, end = page.words(start, stop), stop + 1 if quoted else stop
    surface = page.words(core.first, end)
    actor = Actor(name=name, kind=ActorKind.THING, country=core.code, surface=surface)
    return end, actor, f"{core.role.rule}.name"


def _arabic(word: str) -> bool:
    """Tell whether a word goes on with a name although it starts small: "al-Asad"."""
    return word.startswith(("al-", "el-")) and word[3:4].isupper()


def _thing_part(page: Page, i: int, *, first: bool) -> bool:
    text = page.tokens[i].text
    if page.codes[i] or page.role_at(i) is not None:
        return False
    return (text[0].isupper() and page.tokens[i].upos in _NAMES) or (text.isdigit() and not first)
