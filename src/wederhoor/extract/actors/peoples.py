"""Parties named by a people or a capital: "de Amerikanen", "80 Iraniërs", "Teheran ontkent".

Example:
    In "Teheran ontkent dat." the capital stands for Iran; in "In Teheran viel een bom." it does not.
"""

from __future__ import annotations

from wederhoor.extract.actors.countries import Country, capital_code, countries, people_code
from wederhoor.extract.actors.names import as_written
from wederhoor.extract.actors.page import Page
from wederhoor.extract.actors.roles import cue
from wederhoor.extract.actors.spans import head_of
from wederhoor.model import Actor, ActorKind, ActorMention

_BEFORE_ONE = frozenset({"een", "de", "deze", "die", "dode", "andere", "gewonde", "jonge", "geen"})
_ACTIVE = frozenset({"nsubj", "obl:agent"})
_CLAUSE_OPENERS = frozenset({"en", "dat", "maar", "omdat", "terwijl", "als", ","})
_MARKS = frozenset(".,:;!?)\"'”’")


def read_people(page: Page, i: int) -> ActorMention | None:
    """Read inhabitants at token `i`: a state when "de Amerikanen" act as one, else persons."""
    found = _inhabitants(page, i)
    if found is None:
        return None
    stop, country, plural = found
    first = i
    while page.inside(first - 1, i) and page.modifier(first - 1):
        first -= 1
    if not plural and first == i and not _singled_out(page, first):
        return None
    head = head_of(page.analysis, first, stop, stop - 1)
    words = page.words(first, stop)
    if plural and first == i and _as_state(page, i, stop, country):
        return ActorMention(
            i, stop, head, as_written(country.state, words), f"{country.rule}.state"
        )
    lives = page.country_of(first, i) or country.code  # "Bosnische Serviërs" are of Bosnia
    actor = Actor(name=words, kind=ActorKind.PEOPLE, country=lives)
    return ActorMention(first, stop, head, actor, f"{country.rule}.people")


def _inhabitants(page: Page, i: int) -> tuple[int, Country, bool] | None:
    if page.label(i) == "PER" and page.entity[i] is not None:
        return None
    for length in (2, 1):
        stop = i + length
        if page.inside(stop - 1, i):
            words = page.text[page.tokens[i].start : page.tokens[stop - 1].end]
            code = people_code(words)
            if code is not None:
                country = countries()[code]
                return stop, country, words != country.people[0]
    return None


def _singled_out(page: Page, first: int) -> bool:
    """Tell whether a determiner or number shows that "Rus" is a person here, not a name."""
    if not page.inside(first - 1, first):
        return False
    before = page.tokens[first - 1]
    return before.lower in _BEFORE_ONE or before.upos in ("NUM", "DET") or before.text.isdigit()


def _as_state(page: Page, i: int, stop: int, country: Country) -> bool:
    """Tell whether "de Amerikanen" stands for the state: the doer of a deed, none counted."""
    if not country.metonyms or not page.inside(i - 1, i):
        return False
    if page.tokens[i - 1].lower == "de":
        return page.tokens[stop - 1].dep in _ACTIVE
    return page.tokens[i - 1].lower in ("volgens", "aldus") and page.tokens[i].upos != "X"


def read_metonym(page: Page, i: int) -> ActorMention | None:
    """Read a capital at token `i` that stands for its government, None where it is a place."""
    for length in (2, 1):
        stop = i + length
        if not page.inside(stop - 1, i) or _of_other_name(page, i, stop):
            continue
        code = capital_code(page.text[page.tokens[i].start : page.tokens[stop - 1].end])
        if code is not None:
            if not stands_for_government(page, i, stop):
                return None
            country = countries()[code]
            actor = as_written(country.state, page.words(i, stop))
            head = head_of(page.analysis, i, stop, i)
            return ActorMention(i, stop, head, actor, f"{country.rule}.capital")
    return None


def _of_other_name(page: Page, first: int, stop: int) -> bool:
    """Tell whether a capital is a part of a longer name; "Jerevan" alone may be taken for a person's."""
    entity = page.entity[first]
    if entity is None or entity.label == "LOC":
        return False
    return entity.label != "PER" or (entity.first, entity.stop) != (first, stop)


def stands_for_government(page: Page, first: int, stop: int) -> bool:
    """Tell whether a capital is used as a party: it says or does, or it is quoted.

    Example:
        True for "Volgens Moskou" and "Londen ontkent", False for "in Londen" and "de burgemeester
        van Londen".
    """
    before = page.tokens[first - 1].lower if page.inside(first - 1, first) else ""
    after = page.tokens[stop] if page.inside(stop, first) else None
    if before in cue("metonym-preposition"):
        return before not in ("tussen", "door") or _other_party(page, stop)
    opens = page.opens(first) or before in _CLAUSE_OPENERS
    if after is not None and opens and after.lower in cue("metonym-verb"):
        return True
    return before not in cue("place-preposition") and _governs(page, first)


def _governs(page: Page, i: int) -> bool:
    """Tell whether the tree has token `i` do what governments do: "Washington en Londen bombardeerden"."""
    token = page.tokens[i]
    if token.dep == "conj" and token.head < i:
        first = page.tokens[token.head]
        if page.known_at(first.i) is None and capital_code(first.text) is None:
            return False
        token = first
    if token.dep != "nsubj":
        return False
    verb = page.tokens[token.head]
    return verb.upos == "VERB" and verb.lemma in cue("metonym-lemma")


def _other_party(page: Page, at: int) -> bool:
    """Tell whether "tussen Moskou en Kiev" names a second capital or state after the first."""
    if not page.inside(at + 1, at - 1) or page.tokens[at].lower != "en":
        return False
    return page.known_at(at + 1) is not None or capital_code(page.tokens[at + 1].text) is not None
