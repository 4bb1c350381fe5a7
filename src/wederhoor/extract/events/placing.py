"""Where each trigger of a report happened, and where it was launched from.

Example:
    "Vanuit Gaza zijn raketten afgevuurd op Ashkelon" happened in Ashkelon and came from Gaza.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from wederhoor.extract.events import tree
from wederhoor.extract.events.lexicon import word_test
from wederhoor.extract.events.triggers import Candidate
from wederhoor.model import Analysis, Place, PlaceMention

_TAKES_UP = frozenset({"toen", "daar", "daarbij", "hierbij"})
_FROM = frozenset({"vanuit", "vanaf"})
_FAR = 25  # tokens between a place and its trigger within one sentence


def find_origin(
    analysis: Analysis, candidate: Candidate, places: Iterable[PlaceMention]
) -> Place | None:
    """Return where it was launched from: the place behind "vanuit" or "vanaf" in its sentence."""
    sent = analysis.tokens[candidate.token].sent
    for mention in places:
        if analysis.tokens[mention.first].sent == sent and launched_from(analysis, mention):
            return mention.place
    return None


def launched_from(analysis: Analysis, mention: PlaceMention) -> str:
    """Return the "vanuit" or "vanaf" before a place; "" without one."""
    word = _word_before(analysis, mention)
    return word if word in _FROM else ""


def _word_before(analysis: Analysis, mention: PlaceMention) -> str:
    """Return the word before a place, past an article or adjective; "" at the start of the text."""
    before = mention.first - 1
    while before >= 0 and analysis.tokens[before].upos in {"DET", "ADJ"}:
        before -= 1
    return analysis.tokens[before].lower if before >= 0 else ""


def find_places(
    analysis: Analysis,
    candidate: Candidate,
    by_token: Mapping[int, Candidate],
    places: Iterable[PlaceMention],
) -> tuple[Place, ...]:
    """Return the places of the trigger's sentence that no other trigger is nearer to."""
    sent = analysis.tokens[candidate.token].sent
    clause = tree.clause_head(analysis, candidate.token)
    opening = analysis.tokens[analysis.sentences[sent].first].lower
    after = sent + 1 < len(analysis.sentences) and tree.tells_more(analysis, sent + 1)
    found: dict[str, Place] = {}
    for mention in places:
        if opening in _TAKES_UP and analysis.tokens[mention.first].sent == sent - 1:
            found.setdefault(mention.place.key, mention.place)
            continue
        if after and _in_main_clause(analysis, mention, sent + 1, clause):
            found.setdefault(mention.place.key, mention.place)
            continue
        if analysis.tokens[mention.first].sent != sent or launched_from(analysis, mention):
            continue
        if _of_a_party(analysis, mention) or _of_others(analysis, mention, candidate):
            continue
        if _owned_by_other(analysis, mention.first, candidate.token, by_token):
            continue
        same = tree.clause_head(analysis, mention.first) == clause
        if _is_bound_for(analysis, mention):
            continue
        if not same and _word_before(analysis, mention) == "naar":
            continue  # "het toestel, dat onderweg was naar Kiev, werd neergeschoten"
        if same or abs(mention.first - candidate.token) <= _FAR // 3:
            found.setdefault(mention.place.key, mention.place)
    return tuple(sorted(found.values(), key=lambda place: place.rank))


def _is_bound_for(analysis: Analysis, mention: PlaceMention) -> bool:
    """Tell whether someone was only on the way there: "een tanker onderweg naar Syrië"."""
    before = [t.lower for t in analysis.tokens[max(0, mention.first - 3) : mention.first]]
    return "naar" in before and bool({"onderweg", "weg", "koers"} & set(before))


def _of_a_party(analysis: Analysis, mention: PlaceMention) -> bool:
    """Tell whether a place says where someone is from: "strijders uit Syrië", "Ada uit Oslo"."""
    head = _head(analysis, mention)
    if _word_before(analysis, mention) != "uit" or head is None:
        return False
    name = analysis.tokens[head].text[:1].isupper()  # "Jan uit Gent" in a headline
    return analysis.tokens[head].upos in {"NOUN", "PROPN"} or (head == mention.first - 2 and name)


def _head(analysis: Analysis, mention: PlaceMention) -> int | None:
    """Return what a place hangs from, None where it is the head of its sentence."""
    above = analysis.ancestors(mention.first)
    return next((a for a in above if not mention.first <= a < mention.stop), None)


def _of_others(analysis: Analysis, mention: PlaceMention, candidate: Candidate) -> bool:
    """Tell whether a place is of those who did something about a deed of before.

    Example:
        "In Bonn werd de vermoorde politicus herdacht", "na de moord zijn de burgemeesters van Bonn bedreigd".
    """
    token = analysis.tokens[candidate.token]
    if token.dep == "amod":
        return not {token.i, token.head} & set(analysis.ancestors(mention.first))
    if not candidate.noun or tree.case_of(analysis, token.i) not in {"na", "sinds"}:
        return False
    above = [analysis.tokens[i] for i in (mention.first, *analysis.ancestors(mention.first))]
    whole = next((t for t in above if t.dep not in {"conj", "flat", "appos"}), token)
    person = word_test("person")(analysis.tokens[whole.head].lemma)
    return person and tree.case_of(analysis, whole.i) == "van"


def _in_main_clause(analysis: Analysis, mention: PlaceMention, sent: int, clause: int) -> bool:
    """Tell whether "Dat gebeurde in Homs" places what the main clause before it told."""
    main = analysis.tokens[tree.clause_head(analysis, mention.first)]
    return main.sent == sent and main.dep == "root" and analysis.tokens[clause].dep == "root"


def _owned_by_other(
    analysis: Analysis, place: int, trigger: int, by_token: Mapping[int, Candidate]
) -> bool:
    for i in analysis.ancestors(place):
        if i == trigger:
            return False
        if i in by_token:
            return i not in set(analysis.ancestors(trigger))
    return False
