"""Later words for a party named before: "het land", "de groep", "de minister", "beide landen".

In goes what the names and phrases gave, out come the same mentions with bare roles and nouns tied to the
one party they can mean. Where two parties fit, nothing is tied.

Example:
    After "Sudanese militairen" a later "de militairen" is the Sudanese ones, as long as no others are told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from wederhoor.extract.actors.countries import countries
from wederhoor.extract.actors.home import find_home
from wederhoor.extract.actors.names import as_written
from wederhoor.extract.actors.page import Page
from wederhoor.extract.actors.roles import cue, spelled_out
from wederhoor.extract.actors.surnames import surnames
from wederhoor.model import Actor, ActorKind, ActorMention

_DEFINITE = frozenset({"de", "het", "die", "deze", "dit", "dat"})
_BODIES = frozenset(
    {ActorKind.GOVERNMENT, ActorKind.MILITARY, ActorKind.POLICE, ActorKind.PARTY, ActorKind.PERSON}
)
_STATELIKE = frozenset({ActorKind.STATE, ActorKind.GOVERNMENT, ActorKind.MILITARY})
_GROUPS = frozenset({ActorKind.ARMED_GROUP, ActorKind.PARTY, ActorKind.ORGANISATION})
_UNLIKE = frozenset({ActorKind.THING, ActorKind.PERSON})  # told apart by more than their noun
_GOES_ON = frozenset({"van", "waar", "waarin", "dat"})  # "het land waar ..." is told apart
_ONE_OF_MANY = 2
_BOTH = frozenset({"beide", "twee"})
_NEAR = 2  # sentences that a party stays in mind where several are told


@dataclass
class _Told:
    """What the report has told so far.

    Attributes:
        groups: groups with a name, by key, with the sentence that named them last.
        holders: by office, the persons said to hold it.
        fuller: by noun, the parties that were called by it with more words.
        states: countries in the order in which they were last named.
    """

    groups: dict[str, tuple[int, Actor]] = field(default_factory=dict)
    holders: dict[str, dict[str, Actor]] = field(default_factory=dict)
    fuller: dict[str, dict[str, Actor]] = field(default_factory=dict)
    states: dict[str, int] = field(default_factory=dict)


def tied(
    page: Page, mentions: Sequence[ActorMention], outlet: str | None = None
) -> list[ActorMention]:
    """Tie bare nouns to the one party named before; what cannot be tied stays as it was.

    Args:
        page: the report.
        mentions: its parties, in text order.
        outlet: the country of the outlet, for a report that names no country; None when not known.
    """
    home = find_home(page, mentions, outlet)
    told = _Told()
    out: list[ActorMention] = []
    bearers = surnames(page, mentions)
    for number, mention in enumerate(mentions):
        made = _tie(page, mention, told)
        full = bearers.get(made.actor.name) if made.actor.kind is ActorKind.PERSON else None
        if full is not None:
            made = replace(made, actor=as_written(full, made.actor.surface or made.actor.name))
        made = _beside(page, made, mentions[number + 1 : number + 2], out[-1:])
        if made.actor.country is None and home is not None and _bare(made):
            made = replace(made, actor=replace(made.actor, country=home))
        out.append(made)
        _remember(page, made, told)
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


def _remember(page: Page, mention: ActorMention, told: _Told) -> None:
    actor, sent = mention.actor, page.tokens[mention.first].sent
    if actor.kind in _GROUPS and actor.name[:1].isupper():
        told.groups[actor.key] = (sent, actor)
    if actor.country and actor.kind in _STATELIKE:
        told.states[actor.country] = sent
    nouns = [page.tokens[i].lower for i in range(mention.first, mention.stop)]
    if actor.kind is ActorKind.PERSON and actor.name[:1].isupper():
        if " " in actor.surface or mention.stop - mention.first > 1:
            for noun in filter(spelled_out, nouns):
                told.holders.setdefault(noun, {})[actor.key] = actor
    elif mention.rule.endswith(".people") and len(nouns) > 1:
        told.fuller.setdefault(nouns[-1], {})[actor.key] = replace(actor, surface="")
    elif actor.kind not in _UNLIKE and (len(nouns) > 1 or "-" in nouns[0]):
        called = next((n for word in nouns if spelled_out(n := word.rpartition("-")[2])), None)
        if called is not None:
            told.fuller.setdefault(called, {})[actor.key] = replace(actor, surface="")


def _tie(page: Page, mention: ActorMention, told: _Told) -> ActorMention:
    """Tie a definite noun: a group to the one armed group, an office to its one holder."""
    if _plural_states(page, mention):
        return _both(page, mention, told)
    words = page.words(mention.first, mention.stop)
    if mention.actor.kind is ActorKind.PERSON and _office(mention):
        return _held(page, mention, words, told)
    if mention.stop - mention.first != 1 or not _definite(page, mention.first):
        return mention
    lower = page.tokens[mention.first].lower
    if mention.rule.startswith("country."):
        return _minority(mention, words, told, lower)
    if lower in cue("group-noun") or lower in cue("any-group-noun"):
        return _group(page, mention, words, told)
    return _same_noun(mention, words, told.fuller.get(lower, {}))


def _group(page: Page, mention: ActorMention, words: str, told: _Told) -> ActorMention:
    """Tie "de terreurgroep" to the only armed group told, or the only one told just now.

    "De groep" may also be an unarmed one, so such a one told just now leaves it open.
    """
    token = page.tokens[mention.first]
    any_group = token.lower in cue("any-group-noun")
    armed = {
        key: when
        for key, (when, actor) in told.groups.items()
        if any_group or actor.kind is ActorKind.ARMED_GROUP
    }
    near = [key for key, when in armed.items() if when >= token.sent - _NEAR]
    chosen = near or list(armed)
    group = told.groups[chosen[0]][1] if len(chosen) == 1 else None
    if group is None or group.kind is not ActorKind.ARMED_GROUP:
        return mention
    return replace(mention, actor=as_written(group, words), rule="coreference.group")


def _same_noun(mention: ActorMention, words: str, fuller: dict[str, Actor]) -> ActorMention:
    """Tie "de militairen" to the only party that was called so with more words."""
    if len(fuller) != 1 or mention.actor.country is not None:
        return mention
    actor = replace(next(iter(fuller.values())), surface=words)
    if actor.country is None and actor.name.islower():
        return mention  # "jonge kinderen" tells no more than "kinderen"
    return replace(mention, actor=actor, rule="coreference.noun")


def _minority(mention: ActorMention, words: str, told: _Told, lower: str) -> ActorMention:
    """Tie "de Serviërs" to the Bosnische Serviërs told before, where Serbia was not."""
    peoples = told.fuller.get(lower, {})
    if len(peoples) != 1 or mention.actor.country in told.states:
        return mention
    actor = as_written(next(iter(peoples.values())), words)
    return replace(mention, actor=actor, rule="coreference.people")


def _held(page: Page, mention: ActorMention, words: str, told: _Told) -> ActorMention:
    """Tie an office, its country said or not, to the one person who was said to hold it."""
    noun = page.tokens[mention.stop - 1].lower
    if not _definite(page, mention.first) or not spelled_out(noun):
        return mention
    country = page.country_of(mention.first, mention.stop)
    if mention.stop - mention.first > 1 + (country is not None):
        return mention
    held = [
        actor
        for actor in told.holders.get(noun, {}).values()
        if country is None or actor.country == country
    ]
    if len(held) != 1:
        return mention
    return replace(mention, actor=as_written(held[0], words), rule="coreference.office")


def _beside(
    page: Page, mention: ActorMention, after: Sequence[ActorMention], before: Sequence[ActorMention]
) -> ActorMention:
    """Tie an office to the name between commas beside it: "de president van Togo, Ada Sowa, ..."."""
    if mention.actor.kind is not ActorKind.PERSON:
        return mention
    for other in (*after, *before):
        first, second = sorted((mention, other), key=lambda item: item.first)
        if other.actor.kind is ActorKind.PERSON and _apposed(page, first, second):
            office, name = (mention, other) if _office(mention) else (other, mention)
            if _office(name) or not _office(office):
                continue
            country = name.actor.country or office.actor.country
            person = replace(name.actor, country=country, surface=mention.actor.surface)
            if mention is office:
                person = as_written(person, page.words(office.first, office.stop))
            return replace(mention, actor=person)
    return mention


def _apposed(page: Page, first: ActorMention, second: ActorMention) -> bool:
    """Tell whether two mentions stand as "A, (de) B," in one sentence."""
    between = [page.tokens[i].lower for i in range(first.stop, second.first)]
    closed = page.inside(second.stop, first.first) and page.tokens[second.stop].text in (",", ".")
    return between in ([","], [",", "de"]) and closed and page.inside(second.first, first.first)


def _office(mention: ActorMention) -> bool:
    """Tell whether a person is told by an office alone."""
    return mention.rule.startswith("role.") and not mention.rule.endswith(".name")


def _plural_states(page: Page, mention: ActorMention) -> bool:
    """Tell whether a mention is "beide landen" or "de twee landen"."""
    token = page.tokens[mention.stop - 1]
    if token.lower not in cue("states-noun") or not page.inside(mention.first - 1, mention.first):
        return False
    return page.tokens[mention.stop - 2].lower in _BOTH


def _both(page: Page, mention: ActorMention, told: _Told) -> ActorMention:
    """Tie "beide landen" to the two states that were told last, if there are exactly two near."""
    sent = page.tokens[mention.first].sent
    near = [code for code, when in told.states.items() if when >= sent - _NEAR]
    vague = page.tokens[mention.stop - 1].lower == "partijen"
    codes = near if len(near) == _ONE_OF_MANY or vague else list(told.states)
    if len(codes) != _ONE_OF_MANY or not set(codes) <= countries().keys():
        return mention
    words = page.words(mention.first, mention.stop)
    one, other = (as_written(countries()[code].state, words) for code in codes)
    return replace(mention, actor=one, others=(other,), rule="coreference.both")


def _definite(page: Page, first: int) -> bool:
    return page.inside(first - 1, first) and page.tokens[first - 1].lower in _DEFINITE


def _bare(mention: ActorMention) -> bool:
    """Tell whether a mention is a body or office of a country that its words leave open."""
    if mention.actor.kind not in _BODIES or not mention.actor.name[:1].islower():
        return False
    return mention.stop - mention.first <= _ONE_OF_MANY and not mention.actor.part_of
