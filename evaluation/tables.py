"""Figures as plain text tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from evaluation.floors import LOW, Floors, figure
from evaluation.rules import Judged, Tally, TypeFigures

_SINGLE = (
    "source_given_claim", "stance_given_claim", "when_exact", "when_consistent", "when_invented",
    "where",
)  # fmt: skip
_TRIPLE = ("events", "typed", "claims", "sourced", "linking", "disputes")
_ABREAST = 3  # rules on one line
_OFTEN, _HALF = (
    10,
    0.5,
)  # a rule that finds so many events, and fewer right ones than this share, is mended
_SMALLEST = 0.0005  # a change that would show as 0.000 is none


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return columns of text; those of figures stand to the right."""
    cells = [list(head), *(list(row) for row in rows)]
    widths = [max(len(row[i]) for row in cells) for i in range(len(head))]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if i and _is_figure(cell, row is cells[0]) else cell.ljust(width)
            for i, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in cells
    )


def _is_figure(cell: str, heading: bool) -> bool:  # noqa: FBT001 - a private question
    return heading or not cell or bool(re.match(r"[-+]?\d", cell))


def figures_table(figures: Mapping[str, Any], last: Mapping[str, Any], floors: Floors) -> str:
    """Return all figures, each with its change since the last run and its bound."""
    names = [f"{name}.{part}" for name in _TRIPLE for part in ("p", "r", "f1")] + list(_SINGLE)
    rows = (
        [name, f"{figure(figures, name):.3f}", _change(figures, last, name), _bound(floors, name)]
        for name in names
    )
    counted = [
        f"{name} {figures[name]['pred']} predicted, {figures[name]['gold']} annotated"
        for name in _TRIPLE
        if "pred" in figures.get(name, {})
    ]
    recall = "  ".join(f"{name} {value}" for name, value in figures["field_recall"].items())
    told = [f"{figures['reports']} reports; " + "; ".join(counted), f"found per field: {recall}"]
    return "\n".join([table(["figure", "now", "change", "bound"], rows), "", *told])


def _change(figures: Mapping[str, Any], last: Mapping[str, Any], name: str) -> str:
    if not last:
        return ""
    change = figure(figures, name) - figure(last, name)
    return f"{change:+.3f}" if abs(change) >= _SMALLEST else ""


def _bound(floors: Floors, name: str) -> str:
    held = floors.ceilings if name in LOW else floors.floors
    sign = "at most" if name in LOW else "at least"
    return f"{sign} {held[name]:.2f}" if name in held else ""


def types_table(types: Mapping[str, TypeFigures]) -> str:
    """Return precision and recall per PLOVER type, the most frequent first."""
    ordered = sorted(types.items(), key=lambda item: (-item[1].annotated, item[0]))
    rows = (
        [name, *map(str, (f.predicted, f.annotated, f.found)), *_precision_recall(f)]
        for name, f in ordered
    )
    return table(["type", "predicted", "annotated", "found", "P", "R", "F1"], rows)


def both_types_table(gold: Mapping[str, TypeFigures], stream: Mapping[str, TypeFigures]) -> str:
    """Return precision and recall per type on the annotated reports and, beside it, on the stream's."""
    none = TypeFigures(0, 0, 0)
    sides = {name: (gold.get(name, none), stream.get(name, none)) for name in {*gold, *stream}}
    ordered = sorted(sides.items(), key=lambda item: (-sum(s.annotated for s in item[1]), item[0]))
    rows = ([name, *_side(left), *_side(right)] for name, (left, right) in ordered)
    columns = ["predicted", "annotated", "P", "R", "F1"]
    return table(["type", *columns, "stream:", *columns[1:]], rows)


def _side(figures: TypeFigures) -> list[str]:
    return [str(figures.predicted), str(figures.annotated), *_precision_recall(figures)]


def triggers_table(tallies: Mapping[str, Tally]) -> str:
    """Return of every rule that found an event how often, and how often it was one of that type."""
    cells = [
        [name, str(tally.rows), f"{tally.typed / tally.rows:.2f}"]
        for name, tally in sorted(tallies.items())
    ]
    lines = -(-len(cells) // _ABREAST)
    padded = cells + [["", "", ""]] * (lines * _ABREAST - len(cells))
    rows = ([cell for row in padded[i::lines] for cell in row] for i in range(lines))
    return "\n".join([table(["rule", "hits", "P"] * _ABREAST, rows), "", _poor_rules(tallies)])


def _poor_rules(tallies: Mapping[str, Tally]) -> str:
    poor = sorted(
        name
        for name, tally in tallies.items()
        if tally.rows >= _OFTEN and tally.typed < tally.rows * _HALF
    )
    return f"rules with {_OFTEN} hits or more and precision under {_HALF}: " + (
        ", ".join(poor) or "none"
    )


def _precision_recall(figures: TypeFigures) -> Iterator[str]:
    precision = figures.found / figures.predicted if figures.predicted else 0.0
    recall = figures.found / figures.annotated if figures.annotated else 0.0
    both = precision + recall
    f1 = 2 * precision * recall / both if both else 0.0
    yield from (f"{value:.2f}" for value in (precision, recall, f1))


def rules_table(judged: Judged) -> str:
    """Return the figures per rule, the one with the most wrong rows first."""
    rows = (
        [
            name,
            *map(str, (t.rows, t.rows - t.right, t.event, t.right, t.sourced)),
            f"{t.precision:.2f}",
        ]
        for name, t in _worst_first(judged.rules)
    )
    return table(["rule", "rows", "wrong", "event", "right", "sourced", "P"], rows)


def _worst_first(rules: Mapping[str, Tally]) -> list[tuple[str, Tally]]:
    return sorted(rules.items(), key=lambda item: (item[1].right - item[1].rows, item[0]))


def wrong_rows(judged: Judged, most: int, prefix: str = "") -> str:
    """Return the first `most` wrong rows of every rule whose id starts with `prefix`."""
    lines: list[str] = []
    for name, tally in _worst_first(judged.rules):
        if not tally.wrong or not name.startswith(prefix):
            continue
        lines.append(f"{name}: {len(tally.wrong)} wrong of {tally.rows}")
        for verdict, row in tally.wrong[:most]:
            sources = ", ".join(source["name"] for source in row["sources"])
            said = [verdict, row["report"], row["type"], row["field"], _shown(row["value"])]
            said += [row["stance"], sources or "-", " ".join(row["quote"].split())]
            lines.append("  " + " | ".join(said))
    return "\n".join(lines)


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return str(value["name"]) if "name" in value else f"{value.get('low')}..{value.get('high')}"
    return str(value)
