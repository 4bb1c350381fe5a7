"""How far `add` is: a bar on a terminal, else a line every ten seconds; on standard error."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from wederhoor.cli.screen import note
from wederhoor.resources.labels import Labels
from wederhoor.runners import Outcome, Progress, Step

if TYPE_CHECKING:
    from rich.progress import Progress as RichProgress
    from rich.progress import TaskID

_EVERY = 10.0  # seconds between lines


def listener(labels: Labels) -> Progress:
    """Return what shows the progress of a run on this standard error."""
    return _Bar(labels) if sys.stderr.isatty() else Lines(labels)


class Lines:
    """A line of plain text every so many seconds."""

    def __init__(self, labels: Labels, every: float = _EVERY) -> None:
        self._labels = labels
        self._every = every
        self._total: int | None = None
        self._done = 0
        self._began = self._told = 0.0

    def started(self, total: int | None) -> None:
        """Start the clock."""
        self._total = total
        self._began = self._told = time.monotonic()

    def advanced(self, step: Step) -> None:
        """Count a report, and say how far we are when it is time."""
        del step
        self._done += 1
        now = time.monotonic()
        if now - self._told >= self._every:
            self._told = now
            note(self._line(self._done / max(now - self._began, 1e-9)))

    def finished(self, outcome: Outcome) -> None:
        """Say nothing more: the command tells the outcome."""

    def _line(self, rate: float) -> str:
        if self._total is None:
            return self._labels.fill("cli.add.so_far", done=self._done, rate=rate)
        left = clock(max(0, self._total - self._done) / rate)
        return self._labels.fill(
            "cli.add.so_far_of", done=self._done, total=self._total, rate=rate, left=left
        )


class _Bar:
    """A bar with reports a second and the time that is left."""

    def __init__(self, labels: Labels) -> None:
        self._labels = labels
        self._bar: RichProgress | None = None
        self._task: TaskID | None = None

    def started(self, total: int | None) -> None:
        from rich.console import Console
        from rich.progress import (
            BarColumn,
            MofNCompleteColumn,
            Progress,
            ProgressColumn,
            Task,
            TextColumn,
            TimeRemainingColumn,
        )
        from rich.text import Text

        class Rate(ProgressColumn):
            """Reports a second."""

            def render(self, task: Task) -> Text:
                return Text(f"{task.finished_speed or task.speed or 0:.1f}/s")

        self._bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            Rate(),
            TimeRemainingColumn(),
            console=Console(stderr=True),
            transient=True,
        )
        self._task = self._bar.add_task(self._labels["cli.add.reading"], total=total)
        self._bar.start()

    def advanced(self, step: Step) -> None:
        del step
        if self._bar is not None and self._task is not None:
            self._bar.advance(self._task)

    def finished(self, outcome: Outcome) -> None:
        del outcome
        if self._bar is not None:
            self._bar.stop()


def clock(seconds: float) -> str:
    """Return a stretch of time as minutes and seconds: 95 is "1:35"."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"
