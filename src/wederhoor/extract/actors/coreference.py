"""Later words for a party named before: "Juris Balta" ... "Balta", "het land", "de groep".

In goes what the names and phrases gave, out come the same mentions with bare surnames, roles and nouns
tied to the one party they can mean. Where two parties fit, nothing is tied.

Example:
    After "oppositieleider Marta Solen" a later "Solen" is the person Marta Solen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from wederhoor.extract.actors.countries import countries
from wederhoor.extract.actors.names import as_written
from wederhoor.extract.actors.page import Page
from wederhoor.extract.actors.roles import cue, spelled_out
from wederhoor.model import Actor, ActorKind, ActorMention

_DEFINITE = frozenset({"de", "het", "die", "deze", "dit", "dat"})
_BODIES = frozenset(
    {ActorKind.GOVERNMENT, ActorKind.MILITARY, ActorKind.POLICE, ActorKind.PARTY, ActorKind.PERSON}
)
_OF_STATES = frozenset({ActorKind.GOVERNMENT, ActorKind.MILITARY, ActorKind.POLICE})
_AT_LARGE = frozenset({ActorKind.MEDIA, ActorKind.ORGANISATION})
_GOES_ON = frozenset({"van", "waar", "waarin", "dat"})  # "het land waar ..." is told apart
_ONE_OF_MANY = 2


def surnames(page: Page, mentions: Iterable[ActorMention]) -> dict[str, Actor]:
    """Return the full-named person of each surname that only one person of the report bears."""
    bearers: dict[str, dict[str, Actor]] = {}
    for mention in mentions:
        actor = mention.actor
        if actor.kind is ActorKind.PERSON and _in_full(actor.name):
            for short in _surname(actor.name):
                bearers.setdefault(short, {}).setdefault(actor.name, actor)
    return {
        short: next(iter(found.values()))
        for short, found in bearers.items()
        if len(found) == 1 and short not in page.table.names
    }


def _in_full(name: str) -> bool:
    """Tell whether a name has a first name too: "Van Gelder" has none."""
    first, _, rest = name.partition(" ")
    return bool(rest) and name[0].isupper() and first.lower() not in cue("name-particle")


def _surname(name: str) -> tuple[str, ...]:
    """Return the ways to write the surname: "Elles van Gelder" gives "Van Gelder" and "Gelder"."""
    words = name.split()
    last = words[-1]
    forms = [last]
    if last[:3].lower() in ("al-", "el-"):
        forms.append(last[3:])
        forms.append(last[0].upper() + last[1:])
    start = len(words) - 1
    while start > 1 and words[start - 1].lower() in cue("name-particle"):
        start -= 1
    if start < len(words) - 1:
        whole = " ".join(words[start:])
        forms += [whole, whole[0].upper() + whole[1:]]
    return tuple(form for form in forms if len(form) >= _ONE_OF_MANY)


def read_surname(page: Page, i: int, bearers: dict[str, Actor]) -> ActorMention | None:
    """Read a bare surname at token `i` of a person whose full name the report gives."""
    if page.label(i) in ("LOC", "ORG"):
        return None
    for length in (3, 2, 1):
        stop = i + length
        if not page.inside(stop - 1, i):
            continue
        words = page.words(i, stop)
        actor = bearers.get(words)
        if actor is None and words.endswith("s"):
            actor = bearers.get(words[:-1].removesuffix("'").removesuffix("’"))
        if actor is not None:
            return ActorMention(i, stop, i, as_written(actor, words), "person.surname")
    return None


def tied(page: Page, mentions: Sequence[ActorMention]) -> list[ActorMention]:
    """Tie "het land", "de groep" and "de minister" to the one party named before; else as it was."""
    home = _home(page, mentions)
    groups: dict[str, Actor] = {}
    holders: dict[str, dict[str, Actor]] = {}
    out = []
    bearers = surnames(page, mentions)
    for mention in mentions:
        made = _tie(page, mention, groups, holders)
        full = bearers.get(made.actor.name) if made.actor.kind is ActorKind.PERSON else None
        if full is not None:
            made = replace(made, actor=as_written(full, made.actor.surface or made.actor.name))
        if made.actor.country is None and home is not None and _bare(made):
            made = replace(made, actor=replace(made.actor, country=home))
        out.append(made)
        _remember(page, made, groups, holders)
    return sorted([*out, *_country_nouns(page, out, home)], key=lambda mention: mention.first)


def _country_nouns(
    page: Page, mentions: Iterable[ActorMention], home: str | None
) -> Iterator[ActorMention]:
    """Yield "het land" as the state in a report about one country, but not "in het land"."""
    if home is None or home not in countries():
        return
    taken = {i for mention in mentions for i in range(mention.first, mention.stop)}
    for i, token in enumerate(page.tokens):
        if token.lower not in cue("country-noun") or i in taken or not _definite(page, i):
            continue
        before = page.tokens[i - 2].lower if page.inside(i - 2, i) else ""
        goes_on = page.inside(i + 1, i) and page.tokens[i + 1].lower in _GOES_ON
        if before not in cue("place-preposition") and not goes_on:
            actor = as_written(countries()[home].state, token.text)
            yield ActorMention(i, i + 1, i, actor, "coreference.country")


def _remember(
    page: Page,
    mention: ActorMention,
    groups: dict[str, Actor],
    holders: dict[str, dict[str, Actor]],
) -> None:
    actor = mention.actor
    if actor.kind is ActorKind.ARMED_GROUP and actor.name[:1].isupper():
        groups[actor.key] = actor
    if actor.kind is ActorKind.PERSON and " " in actor.surface:
        for i in range(mention.first, mention.stop):
            if spelled_out(page.tokens[i].lower):
                holders.setdefault(page.tokens[i].lower, {})[actor.key] = actor


def _tie(
    page: Page,
    mention: ActorMention,
    groups: dict[str, Actor],
    holders: dict[str, dict[str, Actor]],
) -> ActorMention:
    """Tie a bare definite noun: a group to the one armed group, an office to its one holder."""
    if mention.stop - mention.first != 1 or not _definite(page, mention.first):
        return mention
    lower, words = page.tokens[mention.first].lower, page.words(mention.first, mention.stop)
    if lower in cue("group-noun") and len(groups) == 1:
        actor = next(iter(groups.values()))
        return replace(mention, actor=as_written(actor, words), rule="coreference.group")
    return _held(mention, words, holders.get(lower, {}))


def _held(mention: ActorMention, words: str, held: dict[str, Actor]) -> ActorMention:
    """Tie an office to the one person who was said to hold it."""
    if len(held) == 1:
        actor = next(iter(held.values()))
        return replace(mention, actor=as_written(actor, words), rule="coreference.office")
    return mention


def _definite(page: Page, first: int) -> bool:
    return page.inside(first - 1, first) and page.tokens[first - 1].lower in _DEFINITE


def _bare(mention: ActorMention) -> bool:
    """Tell whether a mention is a body or office of a country that its words leave open."""
    if mention.actor.kind not in _BODIES or not mention.actor.name[:1].islower():
        return False
    return mention.stop - mention.first <= _ONE_OF_MANY and not mention.actor.part_of


def _home(page: Page, mentions: Iterable[ActorMention]) -> str | None:
    """Return the only country that the title and the first paragraph are about, else None.

    A country is what a report is about when it is named itself or by a body of it: the adjective of a
    person ("Chinese jongen") does not make a report one about China, but rules other countries out.
    """
    sentences, tokens = page.analysis.sentences, page.tokens
    if not sentences:
        return None
    last = sentences[0].paragraph + 1
    named: set[str] = set()
    for i in range(sentences[0].first, len(tokens)):
        if not _early(page, i, last):
            break
        known = page.known_at(i) if page.capital(i) else None
        if known is not None and known[1].actor.kind is ActorKind.STATE:
            named.add(known[1].actor.country or "")
    found = {code for i, code in enumerate(page.codes) if code and _early(page, i, last)} | named
    for mention in mentions:
        actor = mention.actor
        if actor.country and actor.kind not in _AT_LARGE and _early(page, mention.first, last):
            found.add(actor.country)
            if actor.kind in _OF_STATES and actor.part_of:
                named.add(actor.country)
    return named.pop() if len(found) == 1 and found == named else None


def _early(page: Page, i: int, last: int) -> bool:
    return page.analysis.sentences[page.tokens[i].sent].paragraph <= last
