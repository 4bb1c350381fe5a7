"""Whose airspace, waters or soil something happened in, as far as the words say.

What comes in: the `Group`s of a report, and the actors and places found in it; rules in
`resources/nl/territories.yaml`. What goes out: `Fact`s with a country, or `INTERNATIONAL` for what is of no
state; denied where the words deny it. Which event they are about is for `incidents` to say.

Example:
    "Iran schoot een drone neer. Volgens de VS vloog die boven internationale wateren." gives
    `INTERNATIONAL` for the shooting down.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from wederhoor.extract.actors.countries import adjective_code
from wederhoor.extract.events import tree
from wederhoor.extract.events.groups import Group
from wederhoor.extract.events.incidents import Areas, Incidents, Words, territory_words
from wederhoor.extract.events.owners import Owners
from wederhoor.extract.places.gazetteer import country_place
from wederhoor.model import (
    INTERNATIONAL,
    ActorMention,
    Analysis,
    Fact,
    Field,
    Place,
    PlaceMention,
    Precision,
    Stance,
)

_BETWEEN = frozenset({"territoriale", "territoriaal", "soevereine", "soeverein"})
_ARTICLES = frozenset({"de", "het"})
_NOT = frozenset({"niet", "nooit"})
_TURN = frozenset({"maar", "en"})
_OWN = frozenset({"zijn", "haar", "hun", "ons", "onze"})
_TEMPORAL = frozenset({"toen", "nadat", "voordat", "terwijl"})
_OPEN = frozenset({"of", "als", "indien", "mocht", "tenzij", "zodra", "wanneer", "zonder"})
_MODAL = frozenset({"moeten", "mogen", "willen", "kunnen", "dreigen", "proberen"})
_WORDS = 3  # tokens of an adjective: "Zuid", "-", "Koreaanse"
_NEAR = 2  # tokens between "niet" and the preposition


@dataclass(frozen=True, slots=True)
class _Area:
    """A phrase for the territory of someone: tokens `first` up to `stop`, headed by `head`."""

    first: int
    head: int
    stop: int
    value: Place | str
    rule: str


def find_territories(
    analysis: Analysis,
    groups: Sequence[Group],
    places: Iterable[PlaceMention],
    actors: Iterable[ActorMention],
) -> Iterator[Fact]:
    """Yield whose territory the events of a report happened in, in text order."""
    words = territory_words()
    heads = [token.i for token in analysis.tokens if token.lower in words.areas]
    if not heads:
        return
    lands = {mention.first: mention for mention in places}
    owners = Owners(analysis, actors, words)
    incidents = Incidents(analysis, groups, words)
    told: dict[int, tuple[int, int]] = {}  # by sentence, event and token of the phrase before
    for head in heads:
        area = _area(analysis, head, words, lands, owners)
        if area is None or _is_open(analysis, head):
            continue
        sent = analysis.tokens[head].sent
        number = incidents.about(head, inside=_preposition(analysis, area) is not None)
        if number is not None:
            told[sent] = number, _told_with(analysis, area)
        elif not _is_added(analysis, area):
            continue
        if sent in told:
            yield _fact(analysis, area, *told[sent])


def _fact(analysis: Analysis, area: _Area, number: int, token: int) -> Fact:
    stance = Stance.DENY if _is_denied(analysis, area) else Stance.ASSERT
    span = analysis.span(area.first, area.stop)
    return Fact(number, Field.TERRITORY, area.value, stance, span, token, area.rule)


def _told_with(analysis: Analysis, area: _Area) -> int:
    """Return the token whose speaker answers for it: of "geraakt toen hij ... vloog" the hit.

    What is told with "toen" is background as a rule, but where the thing was is just what a party claims;
    and so it is not presupposed as other nouns behind a preposition are, which stands for it here.
    """
    clause = tree.clause_head(analysis, area.head)
    marks = {analysis.tokens[c].lower for c in analysis.children(clause)}
    if analysis.tokens[clause].dep == "advcl" and marks & _TEMPORAL:
        return analysis.tokens[clause].head
    preposition = _preposition(analysis, area)
    if preposition is not None:
        return preposition
    return clause if analysis.tokens[area.head].head == clause else area.head


# ---------------------------------------------------------------- the phrase
def _area(
    analysis: Analysis,
    head: int,
    words: Words,
    lands: dict[int, PlaceMention],
    owners: Owners,
) -> _Area | None:
    """Return the phrase around a noun for territory, where it says whose that is."""
    rule = words.areas[analysis.tokens[head].lower]
    start = analysis.sentence(head).first
    before = head - 1
    while before >= start and analysis.tokens[before].lower in _BETWEEN:
        before -= 1
    if before < start:
        return None
    word = analysis.tokens[before]
    if words.international(word.lower):
        return _Area(before, head, head + 1, INTERNATIONAL, rule.id)
    if word.lower in _OWN and rule.of:
        code = owners.of(before)
        return _placed(code, before, head, head + 1, rule)
    first, code = _adjective(analysis, start, before)
    if code is not None:
        return _placed(code, first, head, head + 1, rule)
    return _of_country(analysis, head, rule, lands)


def _adjective(analysis: Analysis, start: int, last: int) -> tuple[int, str | None]:
    """Return where an adjective of a country begins that ends at a token, and the country's code."""
    for first in range(last, max(start, last - _WORDS + 1) - 1, -1):
        span = analysis.span(first, last + 1)
        code = adjective_code(span.of(analysis.text))
        if code is not None:
            return first, code
    return last, None


def _of_country(
    analysis: Analysis, head: int, rule: Areas, lands: dict[int, PlaceMention]
) -> _Area | None:
    """Read "het luchtruim van Iran"."""
    stop = analysis.sentence(head).stop
    at = head + 1
    if at >= stop or analysis.tokens[at].lower not in rule.of:
        return None
    at += 1
    if at < stop and analysis.tokens[at].lower in _ARTICLES and at not in lands:
        at += 1
    mention = lands.get(at)
    if mention is None or mention.place.precision is not Precision.COUNTRY:
        return None
    return _placed(mention.place.country, head, head, mention.stop, rule)


def _placed(code: str | None, first: int, head: int, stop: int, rule: Areas) -> _Area | None:
    place = country_place(code) if code else None
    return _Area(first, head, stop, place, rule.id) if place else None


def _preposition(analysis: Analysis, area: _Area) -> int | None:
    """Return the "in", "op" or "boven" before the phrase; by the words, for the tree may misplace it."""
    at = area.first - 1
    start = analysis.sentence(area.head).first
    while at >= start and analysis.tokens[at].lower in _ARTICLES | _BETWEEN:
        at -= 1
    before = territory_words().areas[analysis.tokens[area.head].lower].before
    return at if at >= start and analysis.tokens[at].lower in before else None


def _is_added(analysis: Analysis, area: _Area) -> bool:
    """Tell whether it is put beside another: "niet in Iraans luchtruim, maar boven zee"."""
    before = analysis.tokens[max(analysis.sentence(area.head).first, area.first - 3) : area.first]
    return any(token.lower == "maar" for token in before)


# ---------------------------------------------------------------- whether it is said to be so
def _is_denied(analysis: Analysis, area: _Area) -> bool:
    """Tell whether the words deny it: "was niet in Iraans luchtruim maar boven zee"."""
    first = analysis.sentence(area.head).first
    before = analysis.tokens[max(first, area.first - _NEAR - 1) : area.first]
    if any(token.lower in _NOT for token in before):
        return True
    clause = tree.clause_head(analysis, area.head)
    turned = [i for i in range(first, area.first) if analysis.tokens[i].lower in _TURN]
    after = max(turned, default=first)
    deniers = [c for c in analysis.children(clause) if analysis.tokens[c].lower in _NOT]
    return any(after <= i < area.first for i in deniers)


def _is_open(analysis: Analysis, head: int) -> bool:
    """Tell whether the words leave it open: a question, a condition, a wish, a ban, a purpose."""
    sentence = analysis.sentence(head)
    if any(analysis.tokens[i].text == "?" for i in range(head, sentence.stop)):
        return True
    clause = tree.clause_head(analysis, head)
    own = [analysis.tokens[c] for c in analysis.children(clause)]
    done = "VerbForm=Part" in analysis.tokens[clause].feats  # "zegt die te hebben neergehaald"
    if any((token.lower == "te" and not done) or token.lemma in _MODAL for token in own):
        return True
    subject = tree.subject(analysis, clause)
    if subject is not None and tree.negated(analysis, subject):
        return True  # "er zijn geen soldaten op ons grondgebied": not of those who did it
    return any(
        analysis.tokens[c].dep == "mark" and analysis.tokens[c].lower in _OPEN
        for here in (head, *analysis.ancestors(head))
        for c in analysis.children(here)
    )
