"""Shared hypothesis strategies: any noun of the model, valid and small."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from wederhoor.model import (
    Actor,
    ActorKind,
    Claim,
    Damage,
    DaySet,
    Decision,
    DecisionKind,
    Event,
    EventMention,
    EventType,
    Field,
    Join,
    Place,
    Precision,
    Quantity,
    Reading,
    Realis,
    Report,
    Skipped,
    Span,
    Stance,
    Trigger,
    Value,
)

_MAX_EXAMPLES_IN_A_LIST = 3

names = st.text(min_size=1, max_size=12)
words = st.text(max_size=12)
countries = st.none() | st.sampled_from(["IQ", "IR", "US", "NL"])

ordinals = st.integers(date(1990, 1, 1).toordinal(), date(1990, 3, 31).toordinal())
"""Days close together, so that sets of them often meet."""

ranges = st.tuples(ordinals, st.integers(0, 40)).map(lambda pair: (pair[0], pair[0] + pair[1]))

day_sets = st.builds(
    lambda found, vague: DaySet.of_ranges(found, approximate=vague),
    st.lists(ranges, min_size=1, max_size=4),
    st.booleans(),
)

far_day_sets = st.builds(
    lambda first, length, vague: DaySet.of_ranges([(first, first + length)], approximate=vague),
    st.integers(1, date(9990, 1, 1).toordinal()),
    st.integers(0, 800),
    st.booleans(),
)
"""Days of any year that has four figures."""

calendar_day_sets = st.one_of(
    st.dates().map(DaySet.day),
    st.integers(1, 9999).map(DaySet.year),
    st.builds(DaySet.month, st.integers(1, 9999), st.integers(1, 12)),
)

quantities = st.builds(
    lambda low, more, approximate, of: Quantity(
        low, None if more is None else low + more, approximate, of
    ),
    st.integers(0, 60),
    st.none() | st.integers(0, 40),
    st.booleans(),
    st.none() | names,
)

_actor_names = st.sampled_from(["Iran", "Revolutionaire Garde", "Houthi's"])
"""Few names, so that actors often share one and belong to one another."""

actors = st.builds(
    Actor,
    name=_actor_names | names,
    id=st.none() | st.sampled_from(["Q794", "Q801", "Q30"]),
    kind=st.sampled_from(ActorKind),
    country=countries,
    surface=words,
    aliases=st.lists(names, max_size=2).map(tuple),
    part_of=st.lists(_actor_names, max_size=2).map(tuple),
)

places = st.builds(
    Place,
    name=st.sampled_from(["Bagdad", "Erbil", "Irak", "Teheran", "Rode Zee"]) | names,
    id=st.none() | st.sampled_from(["98182", "95446", "99237"]),
    lat=st.none() | st.floats(-90, 90),
    lon=st.none() | st.floats(-180, 180),
    precision=st.sampled_from(Precision),
    country=countries,
    surface=words,
)

spans = st.tuples(st.integers(0, 500), st.integers(0, 50)).map(
    lambda pair: Span(pair[0], pair[0] + pair[1])
)

values: st.SearchStrategy[Value] = st.one_of(
    quantities, actors, places, st.sampled_from(Damage), st.booleans(), words, st.none()
)

event_mentions = st.builds(
    EventMention,
    id=names,
    report=names,
    type=st.sampled_from(EventType),
    modes=st.lists(names, max_size=2).map(tuple),
    realis=st.sampled_from(Realis),
    when=st.none() | day_sets,
    where=st.lists(places, max_size=2).map(tuple),
    triggers=st.lists(st.builds(Trigger, spans, names), max_size=2).map(tuple),
)

claims = st.builds(
    Claim,
    id=names,
    mention=names,
    report=names,
    field=st.sampled_from(Field),
    value=values,
    sources=st.lists(actors, max_size=2).map(tuple),
    stance=st.sampled_from(Stance),
    span=spans,
    rule=names,
    source_rule=words,
    source_span=st.none() | spans,
    part=words,
)

events = st.builds(
    Event,
    id=names,
    type=st.sampled_from(EventType),
    modes=st.lists(names, max_size=2).map(tuple),
    realis=st.sampled_from(Realis),
    when=st.none() | day_sets,
    where=st.lists(places, max_size=2).map(tuple),
    mentions=st.lists(event_mentions, max_size=_MAX_EXAMPLES_IN_A_LIST).map(tuple),
    claims=st.lists(claims, max_size=_MAX_EXAMPLES_IN_A_LIST).map(tuple),
    joins=st.lists(
        st.builds(
            Join,
            first=names,
            second=names,
            score=st.floats(-20, 20),
            reasons=st.lists(st.tuples(names, st.floats(-20, 20)), max_size=2).map(tuple),
        ),
        max_size=2,
    ).map(tuple),
)

readings = st.builds(
    Reading,
    report=names,
    mentions=st.lists(event_mentions, max_size=2).map(tuple),
    claims=st.lists(claims, max_size=2).map(tuple),
)

reports = st.builds(
    Report,
    id=names,
    title=words,
    body=st.text(max_size=60),
    published=st.sampled_from(["2020-01", "2020-01-08", "2020-01-08T06:30:00+01:00"]),
    days=day_sets,
    outlet=words,
    url=words,
)

decisions = st.builds(
    Decision,
    id=names,
    kind=st.sampled_from(DecisionKind),
    first=names,
    second=names,
    reviewer=names,
    made=st.just("2026-01-02T12:00:00+00:00"),
    reason=words,
)

skips = st.builds(Skipped, where=words, reason=names, detail=words)
