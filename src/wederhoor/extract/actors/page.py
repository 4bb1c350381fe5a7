"""One report as the actor readers look at it: tokens, names, roles and entities by position.

Example:
    `Page.of(analysis).role_at(3)` gives the noun "leger" that stands at token 3 and where it ends.
"""

from __future__ import annotations

from dataclasses import dataclass

from wederhoor.extract.actors.countries import (
    adjective_code,
    adjective_starts,
    names_a_land,
    regional_code,
)
from wederhoor.extract.actors.names import Known, NameTable, name_table, plain
from wederhoor.extract.actors.roles import Role, cue, phrases_from, role_of, spelled_out
from wederhoor.model import Analysis, Entity, Token

_NO_NOUN = frozenset({"VERB", "AUX", "ADV", "ADP", "DET", "PRON", "CCONJ", "SCONJ", "NUM", "PUNCT"})
_IDIOM_WINDOW = 30  # characters on either side of a noun
_FIRST_PART, _LAST_PART = 5, 4  # letters: "Hamas" + "leider"
_SAINTS = frozenset({"st", "st.", "sint", "saint"})
_DEAD = frozenset({"doden", "gewonden"})  # a verb or noun that a headline sets before another noun
_POLITICAL = ("pro-", "anti-", "door-")


@dataclass(frozen=True, slots=True)
class Page:
    """A report with its names and entities at hand.

    Attributes:
        analysis: the report as the language step read it.
        text: its text with one kind of apostrophe, every character in place.
        lower: the same in lower case (equal length).
        table: known names.
        entity: for each token the entity it belongs to, else None.
        codes: for each token the country whose adjective it is (part of), else None.
        lines: for each token the number of its sentence, where sentences that only a parser parted
            (no mark, no new line between them) count as one.
    """

    analysis: Analysis
    text: str
    lower: str
    table: NameTable
    entity: tuple[Entity | None, ...]
    codes: tuple[str | None, ...]
    lines: tuple[int, ...]

    @classmethod
    def of(cls, analysis: Analysis) -> Page:
        """Look at a report."""
        entity: list[Entity | None] = [None] * len(analysis.tokens)
        for found in analysis.entities:
            for i in range(found.first, min(found.stop, len(entity))):
                entity[i] = found
        text = plain(analysis.text)
        lower = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
        codes, lines = _codes(analysis.tokens), _lines(analysis)
        return cls(analysis, text, lower, name_table(), tuple(entity), codes, lines)

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of the report."""
        return self.analysis.tokens

    def words(self, first: int, stop: int) -> str:
        """Return the words of tokens `first` up to `stop` exactly as written."""
        return self.analysis.text[self.tokens[first].start : self.tokens[stop - 1].end]

    def inside(self, i: int, sentence_of: int) -> bool:
        """Tell whether token `i` exists and stands in the sentence of token `sentence_of`."""
        return 0 <= i < len(self.lines) and self.lines[i] == self.lines[sentence_of]

    def opens(self, i: int) -> bool:
        """Tell whether token `i` is the first word of its sentence, quotes and dashes left aside."""
        first = self.analysis.sentence(i).first
        return not any(self.tokens[k].text[0].isalnum() for k in range(first, i))

    def label(self, i: int) -> str:
        """Return the label of the entity at token `i`, "" when there is none."""
        found = self.entity[i]
        return found.label if found else ""

    def known_at(self, i: int) -> tuple[int, Known] | None:
        """Return the known party whose name starts at token `i`, and the token after it."""
        return self.table.at(self.text, self.tokens, self.lines, i)

    def capital(self, i: int) -> bool:
        """Tell whether token `i` starts with a capital letter."""
        return self.tokens[i].text[0].isupper()

    def role_at(self, i: int) -> tuple[int, Role] | None:
        """Return the role noun that starts at token `i`, and the token after it, else None."""
        token = self.tokens[i]
        several = self._several(i)
        if several is not None:
            return several
        if token.upos in _NO_NOUN:
            return None
        role = role_of(token.lower)
        if role is None or self._by_chance(i) or self._idiom(i, role):
            return None
        if token.upos == "ADJ" and token.dep in ("amod", "advmod"):
            return None
        return i + 1, role

    def _several(self, i: int) -> tuple[int, Role] | None:
        token = self.tokens[i]
        for phrase in phrases_from(token.lower):
            stop = i + phrase.count(" ") + 1
            if not self.inside(stop - 1, i):
                continue
            if self.lower[token.start : self.tokens[stop - 1].end] == phrase:
                role = role_of(phrase)
                if role is not None and not self._idiom(i, role):
                    return stop, role
        return None

    def _by_chance(self, i: int) -> bool:
        """Tell whether a name ends like a noun by chance ("Ridderkerk")."""
        token = self.tokens[i]
        if not self.capital(i) or "-" in token.text:
            return False
        if i and self.tokens[i - 1].lower in _SAINTS:
            return False
        if self.label(i) in ("LOC", "PER"):
            return True
        if self.known_part(i) is not None:
            return False
        exact = spelled_out(token.lower)
        return not exact and (not self.opens(i) or token.upos == "PROPN")

    def _idiom(self, i: int, role: Role) -> bool:
        if not role.idioms:
            return False
        token = self.tokens[i]
        low = max(0, token.start - _IDIOM_WINDOW)
        window = self.lower[low : token.end + _IDIOM_WINDOW]
        return any(idiom in window for idiom in role.idioms)

    def known_part(self, i: int) -> Known | None:
        """Return the party in the first part of a compound: the VN of "VN-gezant", "Hamasleider"."""
        text = self.tokens[i].text
        if "-" in text:
            return self.table.names.get(text.rsplit("-", 1)[0])
        if not self.capital(i) or text in self.table.names:
            return None
        parts = (text[:cut] for cut in range(len(text) - _LAST_PART, _FIRST_PART - 1, -1))
        return next((self.table.names[part] for part in parts if part in self.table.names), None)

    def modifier(self, i: int) -> bool:
        """Tell whether token `i` may stand before a noun as part of its name ("gewapende")."""
        token = self.tokens[i]
        if token.lower in cue("quantifier"):
            return False
        if self.codes[i] or token.lower in cue("modifier") or token.lower in _SAINTS:
            return True
        if token.lower.startswith(_POLITICAL) or (self.capital(i) and names_a_land(token.text)):
            return True
        return _inflected(token)

    def country_of(self, first: int, stop: int) -> str | None:
        """Return the one country that the adjectives in these tokens name, else None."""
        found = set(self.codes[first:stop]) - {None}
        return found.pop() if len(found) == 1 else None

    def region_of(self, first: int, stop: int) -> str | None:
        """Return the one country whose part the adjectives in these tokens name: GB for "Schotse"."""
        found = {regional_code(token.text) for token in self.tokens[first:stop]} - {None}
        return found.pop() if len(found) == 1 else None


def _inflected(token: Token) -> bool:
    """Tell whether a parsed word is an adjective or participle that belongs to a noun after it."""
    if token.upos == "ADJ" and token.lower not in _DEAD:
        return token.dep not in ("advmod", "root", "xcomp") and token.text[0].isalpha()
    return token.upos == "VERB" and "VerbForm=Part" in token.feats and token.text.endswith("e")


def _codes(tokens: tuple[Token, ...]) -> tuple[str | None, ...]:
    codes = [adjective_code(token.text) for token in tokens]
    for i in range(len(tokens) - 1):
        if codes[i + 1] is None and tokens[i].text in adjective_starts():
            pair = adjective_code(f"{tokens[i].text} {tokens[i + 1].text}")
            if pair is not None:
                codes[i] = codes[i + 1] = pair
    return tuple(codes)


def _lines(analysis: Analysis) -> tuple[int, ...]:
    line, lines = 0, []
    before: Token | None = None
    for token in analysis.tokens:
        if before is not None and before.sent != token.sent:
            gap = analysis.text[before.end : token.start]
            line += not before.text[-1].isalnum() or "\n" in gap
        lines.append(line)
        before = token
    return tuple(lines)
