"""The words with which a report mentions an event, as claims that can be marked and linked to.

A mention need not carry any claim; the reader still wants to see where the event is spoken of.

Example:
    "Bij de raketaanval ..." mentions an event; its words "raketaanval" become a plain mention.
"""

from __future__ import annotations

from collections.abc import Iterator

from wederhoor.model import Claim, Event, EventMention, Field, Stance


def marked_claims(event: Event) -> Iterator[Claim]:
    """Yield the plain mentions of an event and then its claims, each evidence of a mention once."""
    plain = {(claim.mention, claim.span) for claim in event.claims if claim.is_plain_mention}
    for mention in event.mentions:
        for told in told_by(mention):
            if (mention.id, told.span) not in plain:
                yield told
    yield from event.claims


def told_by(mention: EventMention) -> Iterator[Claim]:
    """Yield one plain mention for every trigger, the clearest first."""
    for trigger in {trigger.span: trigger for trigger in mention.triggers}.values():
        yield Claim(
            id=f"{mention.id}@{trigger.span.start}-{trigger.span.end}",
            mention=mention.id,
            report=mention.report,
            field=Field.OCCURRED,
            value=True,
            sources=(),
            stance=Stance.ASSERT,
            span=trigger.span,
            rule=trigger.rule,
        )
