"""The canonical name of a composed party: "regering van Tsjaad" is "Tsjadische regering"."""

from __future__ import annotations

from dataclasses import replace

from wederhoor.extract.actors.countries import countries, inflected, names_a_land
from wederhoor.extract.actors.page import Page
from wederhoor.extract.actors.roles import Sort, proper, spelled_out
from wederhoor.extract.actors.spans import Core, Owner
from wederhoor.model import Actor, ActorKind

_STATELESS = frozenset({ActorKind.PEOPLE, ActorKind.MEDIA, ActorKind.ORGANISATION})


def composed(page: Page, core: Core, owner: Owner | None, stop: int) -> Actor:
    """Return the party that a noun with its adjectives and owner names.

    Example:
        "ministerie van Defensie van Peru" is "Peruaanse ministerie van Defensie", country PE.
    """
    surface = page.words(core.first, stop)
    before, noun = _before(page, core), _noun(page, core)
    name, code, part = " ".join((*before, noun)), core.code, _states(core)
    if owner is not None and owner.actor.kind is ActorKind.STATE:
        code = code or owner.actor.country
        adjective = None if before else inflected(owner.actor.country or "")
        name = f"{adjective} {noun}" if adjective else f"{name} {owner.words}"
        part = part or _state_name(code, core)
    elif owner is not None:
        name, part = f"{name} {owner.words}", (owner.actor.name, *owner.actor.part_of)
        code = code or owner.actor.country
    known = page.table.named(name)
    if known is not None:
        return replace(known.actor, surface="" if surface == known.actor.name else surface)
    whole = _whole(page, core)
    alone = core.first == core.noun
    if whole is not None and alone and whole.kind is core.role.kind is ActorKind.ARMED_GROUP:
        return replace(whole, surface=surface)
    if whole is not None:
        part, code = (*part, whole.name, *whole.part_of), code or whole.country
    made = Actor(name=name, kind=core.role.kind, country=code, part_of=part)
    return replace(made, surface="" if surface == name else surface)


def _whole(page: Page, core: Core) -> Actor | None:
    """Return the VN of "VN-gezant" and the IS of "IS-strijders", None when there is none."""
    known = page.known_part(core.noun)
    return known.actor if known is not None else None


def _before(page: Page, core: Core) -> list[str]:
    """Return the words before the noun; adjectives of countries in their inflected form."""
    out: list[str] = []
    for i in range(core.first, core.noun):
        text, code = page.tokens[i].text, page.codes[i]
        if code is not None:
            if i == core.first or page.codes[i - 1] != code:
                out.append(inflected(code) or text)
        elif i == core.first and page.opens(i) and not page.label(i) and not names_a_land(text):
            out.append(_lowered(text))
        else:
            out.append(text)
    return out


def _lowered(word: str) -> str:
    """Lower the first letter of a word that opens a sentence, unless it is in capitals."""
    return word if len(word) > 1 and word[1].isupper() else word[0].lower() + word[1:]


def _noun(page: Page, core: Core) -> str:
    words = page.words(core.noun, core.stop)
    lower = page.tokens[core.noun].lower
    if proper(lower):
        return words
    spelled = core.noun_stop > core.noun + 1 or spelled_out(lower)
    opening = core.noun == core.first and page.opens(core.noun) and "-" not in words.split()[0]
    if core.first < core.noun and page.capital(core.noun - 1) and not page.codes[core.noun - 1]:
        return words  # "Shangri-La Hotel" is a name, its last word too
    if words[:1].isupper() and (spelled or opening) and not words.isupper():
        return words[0].lower() + words[1:] if words[1:2].islower() else words
    return words


def _states(core: Core) -> tuple[str, ...]:
    return _state_name(core.code, core)


def _state_name(code: str | None, core: Core) -> tuple[str, ...]:
    """Return the state that a body or thing belongs to; persons described belong to none."""
    if code is None or core.role.kind in _STATELESS or (core.regional and code == core.code):
        return ()
    if core.role.sort is Sort.PEOPLE and core.role.kind is ActorKind.ARMED_GROUP:
        return ()
    return (countries()[code].state.name,) if code in countries() else ()
