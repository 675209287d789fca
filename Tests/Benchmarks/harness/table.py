"""Medians of runs as a Markdown table."""

import statistics
from dataclasses import dataclass, field

from harness.process_tree import Run

_HEADER = ["measured", "wall s", "CPU s", "memory MB", "{}/s", "wall, ratio", "CPU, ratio"]


@dataclass
class Row:
    """The runs of one measurement, in order of rounds."""

    name: str
    items: int
    """Pages or entities that one run works on, for the rate; 0 leaves its column empty."""
    runs: list[Run] = field(default_factory=list)
    watched: Run | None = None
    """One more, whose memory was looked at."""

    def median(self, value) -> float:
        return statistics.median(value(run) for run in self.runs)


def markdown(rows: list[Row], reference: Row, items: str) -> str:
    """A line a row: medians, and how many times the reference's wall and CPU time they are.

    - items: what is counted, for the header: `pages`.
    """
    header = " | ".join(_HEADER).format(items)
    lines = [f"| {header} |", "| --- |" + " ---: |" * (len(_HEADER) - 1)]
    reference_wall = reference.median(lambda run: run.wall)
    reference_cpu = reference.median(lambda run: run.cpu)
    for row in rows:
        wall, cpu = row.median(lambda run: run.wall), row.median(lambda run: run.cpu)
        cells = [
            row.name,
            _seconds(wall),
            _seconds(cpu),
            f"{row.watched.memory / 1e6:,.0f}" if row.watched else "",
            f"{row.items / wall:,.0f}" if row.items else "",
            f"{wall / reference_wall:.2f}",
            f"{cpu / reference_cpu:.2f}",
        ]
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _seconds(value: float) -> str:
    return f"{value:.3f}" if value < 1 else f"{value:.2f}"
