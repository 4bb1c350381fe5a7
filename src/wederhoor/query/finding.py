"""Finding an event or a claim by its id, or by the beginning of it.

Example:
    `find_event(record, "e3f")` is the one event whose id begins so; two such events are a
    `QueryError` that names both.
"""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from typing import TypeVar

from wederhoor.errors import QueryError
from wederhoor.model import Claim, WeighedEvent
from wederhoor.query.record import History, Record

_Found = TypeVar("_Found")
_SUGGESTED = 5


def find_event(record: Record, text: str) -> WeighedEvent:
    """Return the event with this id, or the only one whose id begins with it.

    Raises:
        QueryError: no event or more than one; the message suggests what to ask instead.
    """
    wanted = text.strip()
    events = {weighed.event.id: weighed for weighed in record.events}
    if wanted and not any(name.startswith(wanted) for name in events):
        claims = (claim.id for weighed in record.events for claim in weighed.event.claims)
        if any(name.startswith(wanted) for name in claims):
            raise QueryError(f"{wanted} is a claim, not an event: try `wederhoor explain {wanted}`")
    return _find(events, wanted, "event", "`wederhoor timeline --all` lists them all")


def find_event_then(history: History, text: str, moment: str | None) -> WeighedEvent:
    """Return an event as it was known at a moment, whichever id it has today.

    An event takes its id from its earliest report, so one that is known by a later report only has
    another id then.

    Args:
        history: the record through time.
        text: id of an event, then or of today, or the beginning of it.
        moment: as in `History.as_of`.

    Raises:
        QueryError: `moment` is no date; no event or more than one; or it was not reported by then.
    """
    then = history.as_of(moment)
    try:
        return find_event(then, text)
    except QueryError:
        if moment is None:
            raise
    today = find_event(history.record, text)
    home = {mention.id: weighed for weighed in then.events for mention in weighed.event.mentions}
    for mention in today.event.mentions:
        if mention.id in home:
            return home[mention.id]
    first = history.record.reports[today.event.mentions[0].report]
    raise QueryError(
        f"event {today.event.id} was not known by {moment}: it was first reported {first.published}"
    )


def find_claim(record: Record, text: str) -> tuple[WeighedEvent, Claim]:
    """Return the claim with this id, or the only one whose id begins with it, and its event.

    Raises:
        QueryError: no claim or more than one; the message suggests what to ask instead.
    """
    wanted = text.strip()
    claims = {
        claim.id: (weighed, claim) for weighed in record.events for claim in weighed.event.claims
    }
    events = [weighed.event.id for weighed in record.events]
    if wanted in events:
        raise QueryError(f"{wanted} is an event, not a claim: try `wederhoor show {wanted}`")
    return _find(claims, wanted, "claim", "`wederhoor show EVENT` lists the claims of an event")


def _find(known: Mapping[str, _Found], wanted: str, kind: str, advice: str) -> _Found:
    if wanted in known:
        return known[wanted]
    begins = [name for name in known if wanted and name.startswith(wanted)]
    if len(begins) == 1:
        return known[begins[0]]
    if begins:
        raise QueryError(f"{wanted!r} may be {_listed(begins)}: give more of the {kind}'s id")
    close = get_close_matches(wanted, known, n=3, cutoff=0.7)
    hint = f"did you mean {_listed(close)}?" if close else advice
    raise QueryError(f"no {kind} {wanted!r} in the record: {hint}")


def _listed(names: list[str]) -> str:
    shown = sorted(names)[:_SUGGESTED]
    rest = len(names) - len(shown)
    return (
        ", ".join(shown[:-1])
        + (" or " if len(shown) > 1 else "")
        + shown[-1]
        + (f" ({rest} more)" if rest else "")
    )
