"""Whether a name is used as a place where it stands: the words around it tell.

Example:
    "in Iran" is a place; "Iran ontkent" and "de regering van Iran" are not.
"""

from __future__ import annotations

from functools import cache

from wederhoor.extract.actors.page import Page
from wederhoor.extract.actors.peoples import stands_for_government
from wederhoor.extract.actors.roles import cue as actor_cue
from wederhoor.extract.places.gazetteer import Site, cue, gazetteer
from wederhoor.model import ActorKind, Precision

_ARTICLES = frozenset({"de", "het", "'t"})
_LINKS = frozenset({"en", "of", ",", "/", "-", "–"})
_LARGE = 500  # thousands of inhabitants: a name that means little else
_SMALL_WORDS = frozenset({"ADP", "DET", "PRON", "SCONJ", "CCONJ", "AUX"})
_PHRASE = 8  # tokens before a name that may say what was done there
_KNOWN_BEFORE = 3  # tokens of a party's name that may stand before a place in it


def before(page: Page, first: int) -> int | None:
    """Return the token before a name, its article and adjectives left aside; None at a start."""
    i = _opening(page, first) - 1
    while page.inside(i, first) and (page.tokens[i].lower in _ARTICLES or page.codes[i]):
        i -= 1
    return i if page.inside(i, first) else None


def _opening(page: Page, first: int) -> int:
    """Return where the words before a name begin that say what was done there, else the name itself.

    Example:
        In "naar het door aanslagen getroffen Sri Lanka" at "het".
    """
    done = [i for i in range(max(0, first - _PHRASE), first) if _is_struck_by(page, i, first)]
    if not done or not page.inside(done[0], first):
        return first
    articles = (i for i in range(done[0], max(0, first - _PHRASE) - 1, -1))
    return next((i for i in articles if page.tokens[i].lower in _ARTICLES), first)


def _is_struck_by(page: Page, i: int, first: int) -> bool:
    token = page.tokens[i]
    return token.head == first and token.lower in cue("struck")


def locative(page: Page, first: int) -> bool:
    """Tell whether the words before a name make it a place: "in", "ten noorden van"."""
    i = before(page, first)
    if i is None:
        return False
    word = page.tokens[i].lower
    if word in cue("locative"):
        return not _seat(page, i) and page.tokens[i].upos not in ("PART", "SCONJ")
    if word.endswith(_place_nouns()):
        return True
    if word != "van" or not page.inside(i - 1, first):
        return False
    return page.tokens[i - 1].lower in cue("of-places")


def _seat(page: Page, i: int) -> bool:
    """Tell whether "in" gives the seat of a government: "ministerie van Defensie in Londen"."""
    if page.tokens[i].lower != "in" or not page.inside(i - 1, i):
        return False
    if page.tokens[i - 1].text in actor_cue("portfolio"):
        return True
    found = page.role_at(i - 1)
    government = found is not None and found[1].kind is ActorKind.GOVERNMENT
    return government and page.tokens[i - 1].lower in ("regering", "ministerie", "regime")


@cache
def _place_nouns() -> tuple[str, ...]:
    return tuple(cue("place-noun"))


def _strongly(page: Page, first: int) -> bool:
    """Tell whether the words before a name leave no doubt: "in", "de kustplaats"."""
    i = before(page, first)
    if i is None:
        return False
    word = page.tokens[i].lower
    return word in cue("strongly-locative") or word.endswith(_place_nouns())


def gives_seat(page: Page, first: int) -> bool:
    """Tell whether a name only tells whose government is meant: "regering in Tripoli"."""
    i = before(page, first)
    return i is not None and _seat(page, i)


def follows_place(page: Page, first: int, last_stop: int | None) -> bool:
    """Tell whether a name goes on a list of places: "in Irak en Syrië"."""
    if last_stop is None or not page.inside(last_stop, first) or last_stop >= first:
        return False
    return all(page.tokens[i].lower in _LINKS for i in range(last_stop, first))


def dateline(page: Page, first: int, stop: int) -> bool:
    """Tell whether a name opens a report or paragraph as its dateline: "BAGDAD - "."""
    if not page.opens(first) or not page.inside(stop, first):
        return False
    mark = page.tokens[stop]
    spaced = page.text[page.tokens[stop - 1].end : mark.start] != ""
    return mark.text in ("(", "-", "–", "—", "/") and (spaced or mark.text == "(")


def is_place(page: Page, first: int, stop: int, site: Site, last_stop: int | None) -> bool:
    """Tell whether the name at tokens `first` up to `stop` is used as the place `site`."""
    if _is_no_name(page, first, stop) or _is_namesake(page, (first, stop), site):
        return False
    placed = (
        locative(page, first)
        or _opening(page, first) < first
        or follows_place(page, first, last_stop)
    )
    if placed or dateline(page, first, stop):
        return True
    party = stands_for_government(page, first, stop) or gives_seat(page, first)
    if party or site.place.precision is Precision.COUNTRY:
        return False
    wide = site.place.precision in (Precision.AREA, Precision.REGION)
    if page.label(first) == "LOC" or (wide and site.chosen_by_hand):
        return True
    if page.opens(first):  # where a capital letter means nothing
        return False
    return site.chosen_by_hand or site.thousands >= _LARGE


def _is_no_name(page: Page, first: int, stop: int) -> bool:
    """Tell whether the words are part of another name, or no name: "Van brandstichting was geen sprake"."""
    small = stop == first + 1 and page.tokens[first].upos in _SMALL_WORDS
    return small or _in_other_name(page, first, stop)


def _is_namesake(page: Page, span: tuple[int, int], site: Site) -> bool:
    """Tell whether something is called after a town: "het Shangri-La", "Singapore Hotel", "de tanker Aden"."""
    if site.place.precision is not Precision.SETTLEMENT:
        return False
    first, stop = span
    if page.inside(stop, first) and page.tokens[stop].lower in cue("named-building"):
        return True
    if not page.inside(first - 1, first):
        return False
    before = page.tokens[first - 1].lower
    return before == "het" or before in cue("namesake")


def _only_a_place(page: Page, first: int, stop: int) -> bool:
    """Tell whether a name that the language step takes for a person's is that of a place alone."""
    words = page.words(first, stop)
    role = page.role_at(first - 1) if page.inside(first - 1, first) else None
    return any(site.chosen_by_hand for site in gazetteer().named(words)) and (
        role is None and words not in cue("first-name")
    )


def _in_other_name(page: Page, first: int, stop: int) -> bool:
    """Tell whether the words belong to the name of a person or body ("FC Utrecht")."""
    entity = page.entity[first]
    if entity is not None and entity.label in ("PER", "ORG"):
        whole = entity.first == first and entity.stop == stop
        if whole and entity.label == "PER" and _only_a_place(page, first, stop):
            return False
        return not whole or not _strongly(page, first)
    if entity is not None and (entity.first < first or entity.stop > stop):
        return page.codes[entity.first] is None and entity.label == "MISC"
    for i in range(max(0, first - _KNOWN_BEFORE), first + 1):
        begins = page.capital(i) or page.tokens[i].text in page.table.beginnings
        known = page.known_at(i) if begins and page.inside(i, first) else None
        if known is not None and known[0] >= stop and known[1].actor.kind is not ActorKind.STATE:
            return known[0] - i > stop - first or i < first
    return False
