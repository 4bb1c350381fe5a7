"""The time of a trigger whose own clause gives none: what the sentences around it say.

What comes in: the triggers and times of a report. What goes out: for some triggers the time of another
sentence, with the id of the convention that carries it over. How a story is told across sentences is
convention, not grammar, so each of these is marked and weaker than a time in the clause itself.

Example:
    In "Zondag viel een bom op een school. Militairen schoten op vluchtende burgers." the second sentence
    goes on about Sunday.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from wederhoor.extract.events import tree
from wederhoor.extract.events.kinds import SPEECH, STORY
from wederhoor.extract.events.lexicon import word_test
from wederhoor.extract.events.triggers import Candidate
from wederhoor.model import Analysis, Anchor, EventType, Sentence, TimeMention, Token

Times = tuple[TimeMention, ...]
Triggers = Mapping[int, Candidate]
Found = Iterator[tuple[int, TimeMention]]

SAYING = frozenset(
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
"""Verbs whose time is that of the telling."""
_SHORT = 9  # tokens in a sentence that does no more than say when
_FRONT = 3  # tokens within which a time opens its sentence
_GOES_ON = 2  # sentences over which an opening time holds
_NEXT = 1  # paragraphs after the lead in which its news is told in full
_NIGHT = 2  # days of a night
_NO_DAY = frozenset({"time.feast"})
_PERIOD = 14  # days from which a time is no frame for one story
_UTTERED = frozenset({"doen", "komen", "uiten", "plaatsvinden"})
_VERBAL = frozenset({"VERB", "AUX"})
_FINITE = "VerbForm=Fin"
_BREAKS_OFF = frozenset(
    [
        "eerder",
        "inmiddels",
        "nu",
        "sindsdien",
        "intussen",
        "later",
        "ondertussen",
        "daarna",
        "daarop",
        "nadien",
        "vervolgens",
        "meteen",
        "onmiddellijk",
        "direct",
        "hierop",
        "waarop",
        "waarna",
    ]
)
"""Words that move on to another time, or say themselves how the two lie."""
_SAME_DAY = {EventType.COERCE: frozenset({EventType.COERCE, EventType.PROTEST})}
"""Arrests at a march are of its day; after an attack they may well be of a later one."""


def frames(analysis: Analysis, by_token: Triggers, times: Times) -> Found:
    """Let a short sentence that only says when ("Vrijdag was het ook al raak.") date its paragraph."""
    for time in times:
        number = analysis.tokens[time.first].sent
        frame = analysis.sentences[number]
        if time.days is None or not _only_says_when(analysis, frame):
            continue
        for i in by_token:
            at = analysis.tokens[i].sent
            if at > number and analysis.sentences[at].paragraph == frame.paragraph:
                yield i, time


def _only_says_when(analysis: Analysis, sentence: Sentence) -> bool:
    words = analysis.tokens[sentence.first : sentence.stop]
    return (
        len(words) <= _SHORT
        and any(token.lower == "het" for token in words)
        and any(word_test("trouble")(token.lemma) for token in words)
    )


def told_after(analysis: Analysis, by_token: Triggers, times: Times) -> Found:
    """Let "Dat gebeurde zondag" date what the sentence before tells in its main clause."""
    for time in times:
        number = analysis.tokens[time.first].sent
        main = tree.clause_head(analysis, time.first)
        if analysis.tokens[main].dep != "root" or not tree.tells_more(analysis, number):
            continue
        for i in by_token:
            told = analysis.tokens[tree.clause_head(analysis, i)]
            if told.sent == number - 1 and told.dep == "root":
                yield i, time


def said_after(analysis: Analysis, by_token: Triggers, times: Times) -> Found:
    """Let "Hij deed die uitspraak vanmorgen" date the act of speech of the sentence before."""
    for time in times:
        number = analysis.tokens[time.first].sent
        if number and _takes_up_words(analysis, analysis.sentences[number]):
            for i, candidate in by_token.items():
                if analysis.tokens[i].sent == number - 1 and candidate.rule.type in SPEECH:
                    yield i, time


def _takes_up_words(analysis: Analysis, sentence: Sentence) -> bool:
    """Tell whether a sentence speaks of "die uitspraak": that noun, pointed at, in its main clause."""
    return any(
        word_test("utterance")(token.lemma)
        and any(
            analysis.tokens[c].lower in {"die", "deze", "dat"} for c in analysis.children(token.i)
        )
        and analysis.tokens[token.head].dep == "root"
        and analysis.tokens[token.head].lemma in _UTTERED
        for token in analysis.tokens[sentence.first : sentence.stop]
    )


def then(analysis: Analysis, by_token: Triggers, times: Times) -> Found:
    """Give a trigger that is told with "toen" the last time of the sentence before."""
    for i in by_token:
        number = analysis.tokens[i].sent
        if number and _says_then(analysis, i):
            before = analysis.sentences[number - 1]
            found = [time for time in times if before.first <= time.first < before.stop]
            yield from ((i, _beginning(time)) for time in found[-1:])


def _beginning(time: TimeMention) -> TimeMention:
    """Return of "sinds januari" what "toen" takes up: January."""
    return replace(time, days=time.begins, each=()) if time.begins else time


def _says_then(analysis: Analysis, i: int) -> bool:
    """Tell whether a sentence opens with "Toen", or says it right after the verb: "Zij vluchtten toen"."""
    sentence = analysis.sentence(i)
    opening = analysis.tokens[sentence.first : sentence.first + 2]
    if opening[0].lower == "toen":
        return (
            opening[-1].upos in _VERBAL
        )  # "Toen kwam de politie", not "Toen de politie kwam, ..."
    clause = tree.clause_head(analysis, i)
    for token in analysis.tokens[sentence.first + 1 : sentence.stop]:
        if token.lower == "toen" and _is_adverb(analysis, token.i):
            return clause in {
                tree.clause_head(analysis, token.i),
                tree.clause_head(analysis, token.i - 1),
            }
    return False


def _is_adverb(analysis: Analysis, i: int) -> bool:
    """Tell whether a "toen" after a verb is "at that time", and opens no clause with a subject and a verb."""
    token = analysis.tokens[i]
    head = analysis.tokens[token.head]
    opens = token.dep != "advmod" and head.upos in _VERBAL and head.i > i + 1
    told = token.dep == "advmod" and head.upos in _VERBAL and head.i < i  # "noemde Iran toen ..."
    return told or (analysis.tokens[i - 1].upos in _VERBAL and not opens)


def goes_on(analysis: Analysis, by_token: Triggers, times: Times) -> Found:
    """Let a time that opens a sentence hold for the next ones of its paragraph that tell on, in the past."""
    timed = {analysis.tokens[time.first].sent for time in times}
    for time in times:
        number = analysis.tokens[time.first].sent
        sentence = analysis.sentences[number]
        if not (_opens(analysis, time, sentence) and _happens(analysis, number, by_token)):
            continue
        here = {by_token[i].rule.type for i in by_token if analysis.tokens[i].sent == number}
        told = here or STORY
        for after in range(number + 1, min(number + 1 + _GOES_ON, len(analysis.sentences))):
            other = analysis.sentences[after]
            if after in timed or other.paragraph != sentence.paragraph:
                break
            if not _tells_on(analysis, other):
                break
            yield from (
                (i, time)
                for i, candidate in by_token.items()
                if analysis.tokens[i].sent == after
                and candidate.rule.type in STORY
                and _SAME_DAY.get(candidate.rule.type, told) & told
                and _main(analysis, i)
            )


def _happens(analysis: Analysis, number: int, by_token: Triggers) -> bool:
    """Tell whether a sentence tells in its main clause what happened, not what was said or shown."""
    here = [i for i in by_token if analysis.tokens[i].sent == number]
    if any(by_token[i].rule.type in STORY and _main(analysis, i) for i in here):
        return True
    sentence = analysis.sentences[number]
    words = analysis.tokens[sentence.first : sentence.stop]
    return any(t.dep == "root" and word_test("taking-place")(t.lemma) for t in words)


def _opens(analysis: Analysis, time: TimeMention, sentence: Sentence) -> bool:
    if time.days is None or time.anchor is Anchor.EVENT or time.first - sentence.first >= _FRONT:
        return False
    root = tree.clause_head(analysis, time.first)
    told = analysis.tokens[root]
    return told.dep == "root" and told.lemma not in SAYING and len(time.days) <= _PERIOD


def _tells_on(analysis: Analysis, sentence: Sentence) -> bool:
    """Tell whether a sentence tells in the past (not the pluperfect) and does not break off to another time."""
    words = analysis.tokens[sentence.first : sentence.stop]
    root = next((token for token in words if token.dep == "root"), None)
    if root is None or any(w.lower in _BREAKS_OFF for w in words):
        return False
    root = _quoted(analysis, root)
    if root.lemma in SAYING:
        return False
    verbs = [root, *(analysis.tokens[c] for c in analysis.children(root.i))]
    finite = [token for token in verbs if _FINITE in token.feats and token.upos in _VERBAL]
    past = [token for token in finite if "Tense=Past" in token.feats]
    return bool(past) and not any(token.lower in {"had", "hadden"} for token in past)


def _quoted(analysis: Analysis, root: Token) -> Token:
    """Return what is told in "Er vielen schoten, melden media": the verb before the one of saying."""
    if root.lemma not in SAYING:
        return root
    before = (analysis.tokens[c] for c in analysis.children(root.i) if c < root.i)
    clauses = [token for token in before if token.dep in tree.CLAUSES and token.upos in _VERBAL]
    return clauses[0] if clauses else root


def _main(analysis: Analysis, i: int) -> bool:
    token = analysis.tokens[tree.clause_head(analysis, i)]
    head = analysis.tokens[token.head]
    if token.dep != "root" and (head.dep != "root" or _quoted(analysis, head).i != token.i):
        return False
    return token.i == i or analysis.tokens[i].dep in {"obj", "nsubj", "nsubj:pass"}


def fills_in(analysis: Analysis, by_token: Triggers, times: Times) -> Found:
    """Let the first sentences after a lead without any time say when the news of the lead was.

    "De marine heeft een schip opgebracht. ... Mariniers gingen donderdagochtend aan boord." The sentence tells in the past, has
    no event of another type, and its time is a day of the last week.
    """
    lead = tree.lead_paragraph(analysis)
    news = [
        i
        for i, candidate in by_token.items()
        if analysis.sentence(i).paragraph <= lead
        and candidate.rule.type in STORY
        and _tells(analysis, i)
    ]
    if not news or any(analysis.sentence(time.first).paragraph <= lead for time in times):
        return
    told = {by_token[i].rule.type for i in news}
    busy = {analysis.tokens[i].sent for i in by_token if by_token[i].rule.type not in told}
    for time in times:
        sentence = analysis.sentence(time.first)
        if sentence.paragraph > lead + _NEXT:
            return
        clause = analysis.tokens[tree.clause_head(analysis, time.first)]
        if analysis.tokens[time.first].sent in busy or not _is_day_of_action(
            analysis, time, clause
        ):
            return
        yield from ((i, time) for i in news)
        return


def _tells(analysis: Analysis, i: int) -> bool:
    """Tell whether a trigger is the verb of its sentence or headline, in the past or the perfect."""
    token = analysis.tokens[i]
    own = (token, *(analysis.tokens[c] for c in analysis.children(i)))
    past = any("Tense=Past" in t.feats or "VerbForm=Part" in t.feats for t in own)
    return token.dep == "root" and token.upos in _VERBAL and past


def _is_day_of_action(analysis: Analysis, time: TimeMention, clause: Token) -> bool:
    past = any(
        "Tense=Past" in analysis.tokens[c].feats
        for c in (clause.i, *analysis.children(clause.i))
        if analysis.tokens[c].upos in _VERBAL
    )
    told = clause.lemma not in SAYING and clause.dep in {"root", "ccomp"} and past
    near = time.anchor is Anchor.PUBLICATION and time.rule not in _NO_DAY
    return told and near and time.days is not None and _short(time)


def _short(time: TimeMention) -> bool:
    days = time.each[0] if time.each else time.days
    return days is not None and len(days) <= _NIGHT
