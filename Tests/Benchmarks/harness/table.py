"""Medians of runs as a Markdown table."""

import statistics
from dataclasses import dataclass, field

from harness.process_tree import Run

HEADER = [
    "measured", "wall s", "CPU s", "memory MB", "pages/s", "wall, ratio", "CPU, ratio",
]


@dataclass
class Row:
    """The runs of one measurement, in order of rounds."""

    name: str
    pages: int
    """Pages that one run makes, for the column of pages a second; 0 leaves it empty."""
    runs: list[Run] = field(default_factory=list)

    def median(self, value) -> float:
        return statistics.median(value(run) for run in self.runs)

    @property
    def median_run(self) -> Run:
        """The run whose wall time is the median, or the one just above it."""
        ordered = sorted(self.runs, key=lambda run: run.wall)
        return ordered[len(ordered) // 2]


def markdown(rows: list[Row], reference: Row | None) -> str:
    """A line a row: medians, and how many times the reference's wall and CPU time they are."""
    lines = ["| " + " | ".join(HEADER) + " |", "| --- |" + " ---: |" * (len(HEADER) - 1)]
    for row in rows:
        wall, cpu = row.median(lambda run: run.wall), row.median(lambda run: run.cpu)
        cells = [
            row.name,
            _seconds(wall),
            _seconds(cpu),
            f"{row.median(lambda run: run.memory) / 1e6:,.0f}",
            f"{row.pages / wall:,.0f}" if row.pages else "",
            _ratio(wall, reference and reference.median(lambda run: run.wall)),
            _ratio(cpu, reference and reference.median(lambda run: run.cpu)),
        ]
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _seconds(value: float) -> str:
    return f"{value:.3f}" if value < 1 else f"{value:.2f}"


def _ratio(value: float, reference: float | None) -> str:
    return f"{value / reference:.2f}" if reference else ""
