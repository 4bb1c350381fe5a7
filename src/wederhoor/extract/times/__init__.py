"""Words for time in, the days they allow out.

`read_times` finds the time expressions of one report: dates, weekdays, "gisteren", "twee weken
geleden", feast days, periods, and expressions that count from another event ("een dag later"); `read_expressions`
also clocks, durations, repetitions and bounds. News tells the past: a bare weekday is the latest one, unless the clause looks ahead.

Example:
    "Zondag viel een raket" in a report of Friday 26 July 2024 gives `2024-07-21`.
"""

from wederhoor.extract.times.reader import read_expressions, read_times

__all__ = ["read_expressions", "read_times"]
