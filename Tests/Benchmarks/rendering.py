#!/usr/bin/env python3
"""Races callboard's render stage against cmark-gfm over the same Markdown, on one core.

    python3 Tests/Benchmarks/rendering.py FOLDER… [--rounds 5]

Takes all Markdown files of the folders, each content once. Both run in one process over bytes in memory,
in turn: cmark-gfm parses with the extensions that callboard uses and writes its HTML; callboard prepares,
parses, sanitises, assigns ids, collects links and words, and writes its HTML, with and without colours
for code. Times are processor time, so a busy machine disturbs little.
"""

import argparse
import hashlib
import os
import shutil
import statistics
import subprocess
import sys
from pathlib import Path

from harness import machine

PACKAGE = Path(__file__).resolve().parent.parent.parent
LARGEST = 1_000_000
ENOUGH = 20_000_000
TITLES = {
    "cmark": "cmark-gfm",
    "plain": "callboard, no highlighting",
    "highlighted": "callboard",
}


def main() -> None:
    options = _options()
    if not options.probe.exists():
        sys.exit(f"{options.probe} is missing: swift build -c release --product RenderProbe")
    scratch = machine.scratch_folder(200_000_000, PACKAGE / ".build-bench/scratch") / "pages"
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir(parents=True)
    try:
        size = _gather(options.folders, scratch)
        if size < ENOUGH:
            print(f"Only {size / 1e6:.1f} MB of Markdown: figures vary more than over 20 MB\n")
        output = subprocess.run(
            [options.probe, "render", str(options.rounds), scratch],
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        ).stdout
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    print(machine.description() + "\n")
    print(_table(output, options.rounds))


def _gather(folders: list[Path], scratch: Path) -> int:
    """Copies each Markdown file of another content; returns their bytes."""
    seen: set[str] = set()
    size = 0
    for folder in folders:
        for parent, _, names in os.walk(folder):
            for name in names:
                path = Path(parent, name)
                if not name.endswith(".md") or not path.is_file():
                    continue
                if path.stat().st_size > LARGEST:
                    continue
                page = path.read_bytes()
                digest = hashlib.sha256(page).hexdigest()
                if page and digest not in seen:
                    seen.add(digest)
                    Path(scratch, digest[:16] + ".md").write_bytes(page)
                    size += len(page)
    return size


def _table(output: str, rounds: int) -> str:
    header, *lines = output.splitlines()
    pages, size = map(int, header.split("\t"))
    times: dict[str, list[float]] = {name: [] for name in TITLES}
    for line in lines:
        name, seconds = line.split("\t")
        times[name].append(float(seconds))
    rows = [
        f"{pages:,} pages, {size / 1e6:.1f} MB; medians of {rounds} rounds, ratios within a round.\n",
        "| on one core | CPU s | pages/s | MB/s | times cmark-gfm |",
        "| --- | ---: | ---: | ---: | ---: |",
    ]
    for name, title in TITLES.items():
        seconds = statistics.median(times[name])
        ratio = statistics.median(
            mine / floor for mine, floor in zip(times[name], times["cmark"], strict=True)
        )
        rows.append(
            f"| {title} | {seconds:.3f} | {pages / seconds:,.0f} | {size / 1e6 / seconds:.1f}"
            f" | {ratio:.2f} |"
        )
    return "\n".join(rows)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folders", nargs="+", type=Path, help="where to look for Markdown")
    parser.add_argument("--rounds", type=int, default=5, help="times each of the three runs")
    parser.add_argument(
        "--probe", type=Path, default=PACKAGE / ".build/release/RenderProbe", help="the binary to ask"
    )
    return parser.parse_args()


if __name__ == "__main__":
    main()
