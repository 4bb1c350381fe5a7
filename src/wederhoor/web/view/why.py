"""Why a claim says what it says: its rule, the words that attribute it and what they reach, and who differs.

Example:
    Of "volgens Iran tachtig doden": read by rule `count.killed`, attributed by "volgens" (rule
    `by.volgens`), contradicted by the Pentagon.
"""

from __future__ import annotations

from collections.abc import Iterator

from wederhoor.model import Claim, Report, WeighedEvent
from wederhoor.resources.labels import Labels
from wederhoor.weighing import sentence

_DIFFERENCES = 3


def why(claim: Claim, report: Report, weighed: WeighedEvent, labels: Labels) -> Iterator[str]:
    """Yield the reasons in words, a line each.

    Args:
        claim: any claim, or the plain mention of an event.
        report: the report that it stands in.
        weighed: the event that it is about.
        labels: the words.
    """
    yield labels.fill("web.why.read", rule=claim.rule)
    if claim.cue:
        words = claim.cue.of(report.text)
        yield labels.fill("cli.explain.cue", words=words, rule=claim.source_rule)
    elif claim.source_rule:
        words = (claim.source_span or claim.span).of(report.text)
        yield labels.fill("cli.explain.found_by", words=words, rule=claim.source_rule)
    elif not claim.is_plain_mention:
        yield labels["cli.explain.own_voice"]
    if claim.source_rule:
        yield labels.fill("cli.explain.why", why=_reason(claim.source_rule, labels))
    if claim.scope:
        reach = " … ".join(span.of(report.text) for span in claim.scope)
        yield labels.fill("cli.explain.scope", words=reach)
    if claim.status and claim.status_span:
        words = claim.status_span.of(report.text)
        yield labels.fill(
            "cli.explain.status", status=labels[f"status.{claim.status}"], words=words
        )
    yield from _differences(claim, weighed, labels)
    others = len({mention.report for mention in weighed.event.mentions}) - 1
    yield labels.fill("web.why.joined", n=others) if others else labels["cli.explain.alone"]


def _reason(rule: str, labels: Labels) -> str:
    """Return why a rule of attribution makes a source speak: the words for the longest part of its id."""
    parts = rule.split(".")
    names = (f"why.{'.'.join(parts[:n])}" for n in range(len(parts), 0, -1))
    return labels[next((name for name in names if name in labels), "why.other")]


def _differences(claim: Claim, weighed: WeighedEvent, labels: Labels) -> Iterator[str]:
    told = (
        sentence(found, labels)
        for found in weighed.disputes
        if any(claim.id == one.id for p in (found.first, found.second) for one in p.claims)
    )
    for number, words in enumerate(dict.fromkeys(told)):
        if number < _DIFFERENCES:
            yield f"{labels['cli.explain.against']}: {words}"
