"""Phrases around a noun for a party: where they begin and end, and who they name.

In goes a `Page` and the position of a role noun, out comes an `ActorMention`.

Example:
    In "De Letse minister van Defensie Juris Balta reist af." the noun "minister" gives one mention,
    "Letse minister van Defensie Juris Balta": the person Juris Balta, of country LV.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from wederhoor.extract.actors.appositions import name_after
from wederhoor.extract.actors.composing import composed
from wederhoor.extract.actors.countries import capital_code, countries
from wederhoor.extract.actors.page import Page
from wederhoor.extract.actors.roles import Role, Sort, cue
from wederhoor.extract.actors.spans import Core, Owner, head_of
from wederhoor.model import Actor, ActorKind, ActorMention

_DEPTH = 2  # "woordvoerder van het ministerie van Defensie van Togo"
_AGENT_REACH = 6  # tokens between "door" and "gesteunde"
_ARTICLES = frozenset({"de", "het", "'t", "een", "zijn", "haar", "hun"})
_AGENT = frozenset({"door", "aan", "met"})
_NAMED_OTHERWISE = frozenset(
    {ActorKind.THING, ActorKind.ORGANISATION, ActorKind.MEDIA, ActorKind.PEOPLE}
)
_SEATED = frozenset({ActorKind.GOVERNMENT, ActorKind.POLICE})
_SEATS = frozenset({"in", "op", "uit", "te"})
_SITES = frozenset({"in", "op", "bij", "nabij", "van", "uit", "te"})
_MOVING = frozenset({"role.aircraft", "role.vehicle"})  # "drones op Kiev" are not Kiev's
_OWNERS = {"ORG": ActorKind.ORGANISATION, "PER": ActorKind.PERSON}
_OWNED = frozenset({"van"})


@dataclass(frozen=True, slots=True)
class _Right:
    """What follows the noun: where the phrase ends and whose it is."""

    stop: int
    owner: Owner | None = None


def read_phrase(page: Page, noun: int, depth: int = 0) -> ActorMention | None:
    """Read the phrase around the role noun at token `noun`; None when there is no noun.

    Args:
        page: the report.
        noun: token at which a role noun starts.
        depth: how many phrases this one stands in.
    """
    found = page.role_at(noun)
    if found is None:
        return None
    noun_stop, role = found
    if _in_name(page, noun, role):
        return None
    first = _left(page, noun)
    topic_stop = _topic(page, noun, noun_stop)
    code, region = page.country_of(first, noun), page.region_of(first, noun)
    core = Core(first, noun, noun_stop, topic_stop, role, code or region, code is None)
    right = _right(page, core, depth)
    named = name_after(page, core, right.stop)
    if named is not None:
        stop, actor, rule = named
        actor = _of_country(page, actor, core, right.owner)
    else:
        stop, rule = right.stop, role.rule
        actor = composed(page, core, right.owner, right.stop)
    return ActorMention(first, stop, head_of(page.analysis, first, stop, noun), actor, rule)


def _in_name(page: Page, noun: int, role: Role) -> bool:
    """Tell whether the noun is a part of the name of a firm or paper: "Dagblad van het Oosten"."""
    entity = page.entity[noun]
    if entity is None or entity.label != "ORG" or entity.stop - entity.first == 1:
        return False
    return page.capital(noun) and role.kind in _NAMED_OTHERWISE


def _of_country(page: Page, actor: Actor, core: Core, owner: Owner | None) -> Actor:
    """Give a person who is named the country of the office, unless the person has one."""
    part = page.known_part(core.noun)
    whole = owner.actor if owner else part.actor if part else None
    code = core.code or (whole.country if whole else None)
    if actor.country or code is None or actor.kind is ActorKind.INTERNATIONAL:
        return actor
    return replace(actor, country=code)


def _left(page: Page, noun: int) -> int:
    """Return the first token of the adjectives before a noun, "door X gesteunde" included."""
    first = noun
    while page.capital(noun) and page.inside(first - 1, noun) and _named_part(page, first - 1):
        first -= 1
    while page.inside(first - 1, noun) and page.modifier(first - 1):
        first -= 1
    if first == noun and not page.inside(first - 1, noun):
        return first
    return _agent(page, first, noun)


def _named_part(page: Page, i: int) -> bool:
    """Tell whether token `i` is part of a name that ends in a noun: "Taj" of "Taj Mahal-hotel"."""
    named = page.capital(i) and page.tokens[i].upos in ("PROPN", "X") and not page.opens(i)
    return named and page.codes[i] is None and page.known_at(i) is None


def _agent(page: Page, first: int, noun: int) -> int:
    starts = [i for i in range(first, noun) if page.tokens[i].lower in cue("participle")]
    before = first - 1
    if not starts and page.inside(before, noun):
        starts = [before] if page.tokens[before].lower in cue("participle") else []
    if not starts:
        return first
    for i in range(starts[0] - 1, starts[0] - _AGENT_REACH, -1):
        if not page.inside(i, noun) or page.tokens[i].upos in ("VERB", "AUX", "PUNCT"):
            break
        if page.tokens[i].lower in _AGENT:
            return i
    return first


def _topic(page: Page, noun: int, stop: int) -> int:
    """Return where "van Buitenlandse Zaken en Handel" after a ministry or minister ends."""
    lower = page.tokens[noun].lower
    if "minister" not in lower and lower not in ("staatssecretaris", "bewindsman", "bewindsvrouw"):
        return stop
    at = stop
    if page.inside(at, noun) and page.tokens[at].text in ("van", "voor"):
        at += 1
    end = _portfolio(page, at, noun)
    if end is None:
        return stop
    while page.inside(end + 1, noun) and page.tokens[end].lower in ("en", ",", "&"):
        more = _portfolio(page, end + 1, noun)
        if more is None:
            break
        end = more
    return end


def _portfolio(page: Page, at: int, noun: int) -> int | None:
    for length in (2, 1):
        if page.inside(at + length - 1, noun):
            words = " ".join(token.text for token in page.tokens[at : at + length])
            if words in cue("portfolio"):
                return at + length
    return None


def _right(page: Page, core: Core, depth: int) -> _Right:
    at, sort = core.stop, core.role.sort
    if not page.inside(at + 1, core.noun):
        return _Right(at)
    word = page.tokens[at].text  # "Van" with a capital begins a name
    if word in _OWNED and depth < _DEPTH:
        owned = _owner(page, at, core, depth)
        if owned is not None:
            return owned
    if word in _SEATS and core.role.kind in _SEATED and sort is Sort.BODY and core.code is None:
        return _seat(page, at, core)
    if word in _SITES and sort is Sort.THING and core.role.rule not in _MOVING:
        return _site(page, at, core)
    return _Right(at)


def _owner(page: Page, at: int, core: Core, depth: int) -> _Right | None:
    """Read "van Peru", "van het leger": whose ministry, leader or spokesman it is."""
    start = at + 1
    while page.inside(start + 1, core.noun) and page.tokens[start].lower in _ARTICLES:
        start += 1
    known = page.known_at(start)
    if known is not None:
        stop, party = known
        if core.role.sort is Sort.THING and party.actor.kind is not ActorKind.STATE:
            return None
        return _Right(stop, Owner(party.actor, page.words(at, stop)))
    if core.role.sort in (Sort.PEOPLE, Sort.THING):
        return None
    entity = page.entity[start]
    if entity is not None and entity.first == start and entity.label in _OWNERS:
        other = Actor(page.words(start, entity.stop), kind=_OWNERS[entity.label])
        return _Right(entity.stop, Owner(other, page.words(at, entity.stop)))
    for noun in range(start, start + 4):
        if not page.inside(noun, core.noun):
            break
        inner = read_phrase(page, noun, depth + 1) if page.role_at(noun) else None
        if inner is not None and inner.first == start and inner.actor.kind is not ActorKind.THING:
            return _Right(inner.stop, Owner(inner.actor, page.words(at, inner.stop)))
        if not page.modifier(noun):
            break
    return None


def _seat(page: Page, at: int, core: Core) -> _Right:
    """Read "in Londen" after "ministerie van Defensie": the seat tells whose it is."""
    known = page.known_at(at + 1)
    if known is not None and known[1].actor.kind is ActorKind.STATE:
        return _Right(known[0], Owner(known[1].actor, page.words(at, known[0])))
    for length in (2, 1):
        stop = at + 1 + length
        if not page.inside(stop - 1, core.noun):
            continue
        code = capital_code(page.words(at + 1, stop))
        if code is not None:
            return _Right(stop, Owner(countries()[code].state, page.words(at, stop)))
    return _Right(at)


def _site(page: Page, at: int, core: Core) -> _Right:
    """Read "in Batticaloa" after "kerk": words that belong to the thing, not to its name."""
    start = at + 1
    while page.inside(start + 1, core.noun) and page.tokens[start].lower in ("de", "het"):
        start += 1
    stop = start
    while page.inside(stop, core.noun) and page.capital(stop) and not page.codes[stop]:
        stop += 1
    # an entity of a person or an adjective before a noun is no site
    if stop == start or page.label(start) in ("PER", "ORG", "MISC"):
        return _Right(at)
    return _Right(stop)
