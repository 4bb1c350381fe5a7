"""When each trigger of a report happened, by the time expression that reaches it.

A time dates the trigger that it hangs from, the others of its clause, and the clauses that go on with
it; "zei gisteren dat ..." dates the saying only.

Example:
    "Vrijdag was het ook al raak. Toen kwamen twee agenten om bij een aanval." dates the attack Friday.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from wederhoor.extract.events import tree
from wederhoor.extract.events.kinds import SPEECH
from wederhoor.extract.events.triggers import Candidate
from wederhoor.model import Analysis, Anchor, DaySet, TimeMention

_SAYING = frozenset(
    [
        "zeggen",
        "melden",
        "verklaren",
        "laten",
        "stellen",
        "meedelen",
        "bekendmaken",
        "bevestigen",
        "berichten",
    ]
)
_AT_THE_TIME = frozenset({"bij", "tijdens", "door", "in", "met", "tot", "", "aan"})
_SHORT = 9  # tokens in a sentence that does no more than say when


@dataclass(frozen=True, slots=True)
class Times:
    """The times of a report, and the same read as if it came out on one day (none: it did)."""

    told: tuple[TimeMention, ...]
    probed: tuple[TimeMention, ...] = ()

    def probe(self, time: TimeMention | None) -> DaySet | None:
        """Return the days of a time expression on the probing day of publication."""
        if time is None or not self.probed:
            return time.days if time else None
        same = (other for other in self.probed if other.first == time.first)
        return next((other.days for other in same), time.days)


def find_dates(
    analysis: Analysis, by_token: Mapping[int, Candidate], times: Iterable[TimeMention]
) -> dict[int, TimeMention]:
    """Give each time expression to the trigger it hangs from, and to those in the same clause."""
    dates: dict[int, TimeMention] = {}
    inherited: dict[int, TimeMention] = {}
    known = tuple(times)
    for i in by_token:
        taken_up = _taken_up(analysis, i, known)
        if taken_up:
            inherited[i] = taken_up
    for time in known:
        own = _owner(analysis, time, by_token)
        if own is not None:
            _keep_finer(dates, own, time)
            if by_token[own].noun or by_token[own].rule.type in SPEECH:
                continue
        reached = [i for i in by_token if i != own and _reaches(analysis, time, i, by_token)]
        nouns = [i for i in reached if _is_nominal(analysis, by_token[i])]
        if own is None and nouns == reached and len(nouns) > 1:
            reached = [min(nouns, key=lambda i: abs(i - time.first))]  # "het doden van X, in mei"
        for i in reached:
            _keep_finer(inherited, i, time)
    return (
        _frames(analysis, by_token, known)
        | _told_after(analysis, by_token, known)
        | inherited
        | dates
    )


def _is_nominal(analysis: Analysis, candidate: Candidate) -> bool:
    """Tell whether a trigger is a noun, or an infinitive used as one: "het doden van"."""
    if candidate.noun:
        return True
    children = analysis.children(candidate.token)
    return any(analysis.tokens[c].dep == "det" for c in children)


def _frames(
    analysis: Analysis, by_token: Mapping[int, Candidate], times: tuple[TimeMention, ...]
) -> dict[int, TimeMention]:
    """Let a short sentence that only says when ("Vrijdag was het ook al raak.") date its paragraph."""
    busy = {analysis.tokens[i].sent for i in by_token}
    dated: dict[int, TimeMention] = {}
    for time in times:
        number = analysis.tokens[time.first].sent
        frame = analysis.sentences[number]
        if number in busy or time.days is None or frame.stop - frame.first > _SHORT:
            continue
        for i in by_token:
            at = analysis.tokens[i].sent
            if at > number and analysis.sentences[at].paragraph == frame.paragraph:
                dated[i] = time
    return dated


def _told_after(
    analysis: Analysis, by_token: Mapping[int, Candidate], times: tuple[TimeMention, ...]
) -> dict[int, TimeMention]:
    """Let "Dat gebeurde zondag" date what the sentence before tells in its main clause."""
    dated: dict[int, TimeMention] = {}
    for time in times:
        number = analysis.tokens[time.first].sent
        main = tree.clause_head(analysis, time.first)
        if analysis.tokens[main].dep != "root" or not tree.tells_more(analysis, number):
            continue
        for i in by_token:
            told = analysis.tokens[tree.clause_head(analysis, i)]
            if told.sent == number - 1 and told.dep == "root":
                dated[i] = time
    return dated


def _reaches(
    analysis: Analysis, time: TimeMention, i: int, by_token: Mapping[int, Candidate]
) -> bool:
    """Tell whether a time bears on a trigger: in one clause, or on a noun that the trigger fills in.

    "hun poging van gisteren om het gebouw te bestormen" dates the storming; "zei gisteren dat ..." and
    "veroordeelde gisteren de aanslag" date the saying only.
    """
    if analysis.tokens[i].sent != analysis.tokens[time.first].sent:
        return False
    clause = _clause_of(analysis, time)
    if analysis.tokens[clause].lemma in _SAYING:
        return False
    own = tree.clause_head(analysis, i)
    if own == clause or _goes_on(analysis, own, clause):
        return not by_token[i].noun or _takes_part(analysis, i)
    head = next(
        (a for a in analysis.ancestors(time.first) if not time.first <= a < time.stop), clause
    )
    speech = head in by_token and by_token[head].rule.type in SPEECH
    told = analysis.tokens[head].upos == "NOUN" and head in set(analysis.ancestors(i))
    return told and not speech


def _clause_of(analysis: Analysis, time: TimeMention) -> int:
    """Return the head of the clause of a time: of "zei", not of what follows, in "zei dinsdag dat"."""
    clause = tree.clause_head(analysis, time.first)
    above = analysis.tokens[clause].head
    if not _before_dat(analysis, time) or not above < time.first < clause:
        return clause
    return tree.clause_head(analysis, above)


def _before_dat(analysis: Analysis, time: TimeMention) -> bool:
    after = analysis.tokens[time.stop : time.stop + 1]
    return any(token.lower == "dat" for token in after)


def _taken_up(analysis: Analysis, i: int, times: tuple[TimeMention, ...]) -> TimeMention | None:
    """Return the time of the sentence before when this one opens with "Toen"."""
    number = analysis.tokens[i].sent
    if number == 0 or analysis.tokens[analysis.sentences[number].first].lower != "toen":
        return None
    before = analysis.sentences[number - 1]
    found = [time for time in times if before.first <= time.first < before.stop]
    return found[-1] if found else None


def _takes_part(analysis: Analysis, noun: int) -> bool:
    """Tell whether a noun stands in its clause itself, so that the time of the clause is its own.

    "Zondag vielen doden bij een aanval" dates the attack; "stelde zondag het aantal doden van de aanval
    bij" and "sprak zondag over de aanval" do not.
    """
    token = analysis.tokens[noun]
    if token.dep == "obl":
        return tree.case_of(analysis, noun) in _AT_THE_TIME
    return token.dep != "nmod"


def _goes_on(analysis: Analysis, own: int, clause: int) -> bool:
    """Tell whether a clause shares the time of another: joined by "en", or opened by "toen"."""
    head = analysis.tokens[own]
    if head.head != clause:
        return False
    marks = {analysis.tokens[c].lower for c in analysis.children(own)}
    return head.dep == "conj" or (head.dep == "advcl" and "toen" in marks)


def _keep_finer(dates: dict[int, TimeMention], i: int, time: TimeMention) -> None:
    known = dates.get(i)
    if (
        known is None
        or (known.anchor is Anchor.EVENT and time.anchor is not Anchor.EVENT)
        or (known.days and time.days and len(time.days) < len(known.days))
    ):
        dates[i] = time


def _owner(analysis: Analysis, time: TimeMention, by_token: Mapping[int, Candidate]) -> int | None:
    if _before_dat(analysis, time):
        above = _clause_of(analysis, time)
        return above if above in by_token else None
    for token in range(time.first, time.stop):
        for i in analysis.ancestors(token):
            if time.first <= i < time.stop:
                continue
            if i in by_token:
                return i
            if analysis.tokens[i].dep in tree.CLAUSES:
                break
    return None
