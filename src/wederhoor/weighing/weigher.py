"""The weighing step: an event in, the positions taken on it and how they differ out."""

from __future__ import annotations

from collections.abc import Mapping

from wederhoor.model.event import Event
from wederhoor.model.record import WeighedEvent
from wederhoor.model.report import Report
from wederhoor.weighing.disputing import disputes
from wederhoor.weighing.positions import stands


def weigh(event: Event, reports: Mapping[str, Report]) -> WeighedEvent:
    """Set the positions on an event side by side and say how they differ; never which is true.

    Args:
        event: the event.
        reports: the reports by id; at least those that its claims come from.

    Returns:
        The event with its positions and disputes, in a fixed order.

    Raises:
        KeyError: a claim is of a report that is not in `reports`.

    Example:
        "Iran claimt 80 doden" against "er vielen volgens de VS geen doden" is a DISPUTE on `killed`;
        52 dead on Sunday and 138 on Monday is an UPDATE.
    """
    held = stands(event.claims, reports)
    return WeighedEvent(
        event=event,
        positions=tuple(stand.position for stand in held),
        disputes=disputes(held, event.type, event.where, reports),
    )
