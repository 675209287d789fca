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
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus.entities import EntityCorpus
from corpus.repositories import Corpus
from harness import browser, machine, table
from harness.process_tree import Run, run, unwatched
from peers import hugo, markdown_site, mkdocs, zensical
from peers.callboard import Callboard, timings

HERE = Path(__file__).resolve().parent
PACKAGE = HERE.parent.parent
ENVIRONMENTS = PACKAGE / ".build-bench/environments"
SIZES = {"small": 100, "large": 1000}
ROUNDS = {"small": 5, "large": 3}
PEERS = ("floor", *hugo.VARIANTS, "zensical", *mkdocs.VARIANTS)
LONG = 60
"""Seconds. Of a peer whose cold build took longer nothing more is measured."""
ROOM = 8_000_000_000
"""Bytes that the large corpus and all outputs need."""


@dataclass
class Measurement:
    """One row of a table and what fills it."""

    row: table.Row
    measure: Callable[[], Run]
    peers_cold: table.Row | None = None
    """The row of the same peer's cold build, which may be this one; None when this runs in every round."""

    @property
    def is_due(self) -> bool:
        cold = self.peers_cold
        if cold is None:
            return True
        return all(run is None or run.wall <= LONG for run in [*cold.runs, cold.watched])


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
    measured = [
        Measurement(table.Row("callboard, cold", pages), portal.cold),
        Measurement(table.Row("callboard, nothing changed", 0), portal.unchanged),
        Measurement(table.Row("callboard, one page edited, the first time", 0), portal.edited),
        Measurement(table.Row("callboard, one page edited", 0), portal.edited_again),
    ]
    if "floor" in peers:
        measured.append(Measurement(
            table.Row("floor: cmark-gfm, docs pages only", corpus.pages),
            lambda: _floor(folder, scratch / "floor"),
        ))
        measured.append(Measurement(
            table.Row("floor: copying callboard's output", 0),
            lambda: _copy(portal.output, scratch / "copy"),
        ))
    for name in [peer for peer in hugo.VARIANTS if peer in peers]:
        site = _hugo_site(name, folder, scratch)
        measured.append(_peer(site.title, pages, site.build))
    docs = scratch / "markdown/docs"
    if not {"zensical", *mkdocs.VARIANTS}.isdisjoint(peers):
        markdown_site.copy(docs, folder / "repos")
    if "zensical" in peers:
        site = zensical.ZensicalSite(ENVIRONMENTS, docs.parent)
        cold = _peer(f"{site.title}, cold", pages, site.cold)
        measured += [
            cold,
            Measurement(table.Row(f"{site.title}, nothing changed", 0), site.unchanged, cold.row),
            Measurement(table.Row(f"{site.title}, one page edited", 0), site.edited, cold.row),
        ]
    for name in [peer for peer in mkdocs.VARIANTS if peer in peers]:
        site = mkdocs.MkDocsSite(ENVIRONMENTS, name, docs, scratch / name)
        measured.append(_peer(site.title, pages, site.build))
    _interleave(measured, rounds, "pages", portal)


def _peer(name: str, pages: int, build: Callable[[], Run]) -> Measurement:
    """A peer's cold build."""
    row = table.Row(name, pages)
    return Measurement(row, build, row)


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
            Measurement(table.Row("callboard, cold", count), portal.cold),
            Measurement(table.Row("callboard, nothing changed", count), portal.unchanged),
        ],
        rounds,
        "entities",
        portal,
    )
    files = [path for path in portal.output.rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in files)
    print(f"{len(files):,} files, {size / 1e6:,.0f} MB\n", flush=True)
    if browser.chromium():
        print(browser.table(browser.measure(portal.output)) + "\n", flush=True)


def _interleave(
    measured: list[Measurement], rounds: int, items: str, portal: Callboard
) -> None:
    """Runs every row that is due once for its memory and once a round, and prints the medians of the rounds.

    The first row is the reference. What takes too long for a second run is timed in the one it had.
    """
    for each in _due(measured, "memory"):
        each.row.watched = each.measure()
    for number in range(rounds):
        for each in _due(measured, f"round {number + 1}"):
            with unwatched():
                each.row.runs.append(each.measure())
    rows = [each.row for each in measured if each.row.watched]
    for row in rows:
        row.runs = row.runs or [row.watched]
    print(table.markdown(rows, measured[0].row, items))
    print(f"\nStages of one more cold build:\n\n```\n{timings(portal.timed().output)}\n```\n")


def _due(measured: list[Measurement], purpose: str) -> Iterator[Measurement]:
    """Those whose turn it is when it comes, each announced."""
    for each in measured:
        if each.is_due:
            print(f"{purpose}: {each.row.name}", file=sys.stderr, flush=True)
            yield each


def _floor(folder: Path, output: Path) -> Run:
    shutil.rmtree(output, ignore_errors=True)
    program = str(HERE / "peers/floor.py")
    return run([sys.executable, "-I", "-S", program, str(folder / "repos"), str(output)], folder)


def _copy(source: Path, target: Path) -> Run:
    shutil.rmtree(target, ignore_errors=True)
    return run(["cp", "-r", str(source), str(target)], source)


def _hugo_site(name: str, corpus: Path, scratch: Path) -> hugo.HugoSite:
    binary = hugo.installed(ENVIRONMENTS)
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
