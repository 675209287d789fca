"""Figures of answers: how well they were ranked, what they cost."""

import statistics
from collections import defaultdict
from collections.abc import Iterable, Sequence

SHOWN = 10


def rank(paths: Sequence[str], answers: Iterable[str]) -> int | None:
    """The place of the first right page among the first ten, counted from 1."""
    wanted = set(answers)
    return next((place for place, path in enumerate(paths[:SHOWN], 1) if path in wanted), None)


def table(columns: dict[str, list[tuple[str, int | None]]]) -> str:
    """MRR@10 and, in brackets, recall@10 of each engine by sort of query, as Markdown.

    - columns: of each engine, the sort and the rank of every query, in the same order.
    """
    sorts = list(dict.fromkeys(sort for sort, _ in next(iter(columns.values()))))
    lines = [
        "| engine | " + " | ".join(sorts) + " | all |",
        "| --- |" + " ---: |" * (len(sorts) + 1),
    ]
    for engine, ranked in columns.items():
        by_sort: dict[str, list[int | None]] = defaultdict(list)
        for sort, place in ranked:
            by_sort[sort].append(place)
        cells = [_figures(by_sort[sort]) for sort in sorts]
        cells.append(_figures([place for _, place in ranked]))
        lines.append(f"| {engine} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def percentiles(values: list[float]) -> tuple[float, float, float]:
    """The median, the 95th percentile and the largest."""
    ordered = sorted(values)
    return statistics.median(ordered), ordered[int(len(ordered) * 0.95)], ordered[-1]


def _figures(places: list[int | None]) -> str:
    found = [place for place in places if place]
    mean = sum(1 / place for place in found) / len(places)
    return f"{mean:.3f} ({len(found) / len(places):.3f})"
