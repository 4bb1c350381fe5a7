"""Toll curves and figures as JSON objects: what `show --json` and `show --figure` write.

Example:
    `figure_objects(weighed, record, FigureRule.LOWEST)` has one object a field, each with its rule and claims.
"""

from __future__ import annotations

from typing import Any

from wederhoor.export.claims import value_object
from wederhoor.model import Actor, Field, WeighedEvent
from wederhoor.query import Figure, FigureRule, Record, TollCurve, TollLine, TollStep, figure

JsonObject = dict[str, Any]


def toll_object(curve: TollCurve) -> JsonObject:
    """Return the curve of one field; its first line is that of the whole."""
    lines = (curve.main, *curve.others)
    return {"field": curve.field.value, "lines": [_toll_line(line) for line in lines]}


def _toll_line(line: TollLine) -> JsonObject:
    return {"part": line.part, "of": line.of, "steps": [_toll_step(step) for step in line.steps]}


def _toll_step(step: TollStep) -> JsonObject:
    return {
        "value": value_object(step.value),
        "kind": step.kind.value if step.kind else None,
        "said": step.said,
        "source": actor_object(step.position.source),
        "outlets": list(step.position.outlets),
        "claims": [claim.id for claim in step.position.claims],
    }


def figure_objects(weighed: WeighedEvent, record: Record, rule: FigureRule) -> list[JsonObject]:
    """Return the figure of every field of counts by a rule, with the claims that it came from."""
    found = (figure(weighed, record.reports, rule, field) for field in Field if field.is_count)
    return [_figure(made) for made in found if made is not None]


def _figure(made: Figure) -> JsonObject:
    return {
        "field": made.field.value,
        "rule": made.rule.value,
        "number": made.number,
        "low": made.low,
        "high": made.high,
        "claims": [claim.id for claim in made.claims],
    }


def actor_object(actor: Actor | None) -> JsonObject | None:
    """Return who, in short; None for the outlets themselves."""
    return None if actor is None else {"name": actor.name, "id": actor.id}
