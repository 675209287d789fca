#!/usr/bin/env python3
"""Measures the search of a built portal beside Pagefind and Zensical, in Chromium.

    python3 Tests/Benchmarks/search.py [--repositories 1000] [--peers pagefind,zensical]
    python3 Tests/Benchmarks/search.py --corpus-seed 101 --query-seeds 101,102,103
    python3 Tests/Benchmarks/search.py --docs FOLDER

Queries with known answers are made from the sources; all engines get the same pages and the same
queries. No figure is asserted. `docs/reference/performance.md` holds a run's tables.
"""

import argparse
import gzip
import re
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from corpus.docs_folder import gathered, unsearched
from corpus.repositories import SEED, Corpus
from harness import browser, machine
from harness.process_tree import Run
from peers import markdown_site, pagefind, zensical
from peers.callboard import Callboard, timings
from searching import engines, scores, session
from searching.pages import Entity, Page, read_entities, read_pages
from searching.queries import Query, QueryMaker

PACKAGE = Path(__file__).resolve().parent.parent.parent
ENVIRONMENTS = PACKAGE / ".build-bench/environments"
PEERS = ("pagefind", "zensical")
TUNING_SEEDS = (1, 2)
"""Ranking may be tuned with seeds below 100, of queries and of corpora; all others are for judging it."""
ALONE = 60
"""How many queries are also asked of an engine that has fetched nothing yet."""
TYPED = 30
"""How many queries are also typed key by key; an engine may take seconds for the first letter."""
ROOM = 4_000_000_000


@dataclass(frozen=True)
class Engine:
    """One site with a search."""

    name: str
    site: Path
    script: str
    prefixes: tuple[tuple[str, str], ...]
    """What the paths of its pages begin with, and what stands there in the keys of queries."""
    index: list[Path]
    build: str

    def key(self, path: str) -> str:
        for prefix, replacement in self.prefixes:
            if path.startswith(prefix):
                return (replacement + path.removeprefix(prefix)).lower()
        return path.lower()


def main() -> None:
    options = _options()
    if not options.callboard.exists():
        sys.exit(f"{options.callboard} is missing; `make build` makes it")
    if not browser.chromium():
        sys.exit("Chromium is missing")
    scratch = options.scratch or machine.scratch_folder(ROOM, PACKAGE / ".build-bench/scratch")
    try:
        print(machine.description() + "\n", flush=True)
        _measure(options, scratch)
    finally:
        if not options.keep:
            shutil.rmtree(scratch, ignore_errors=True)


def _measure(options: argparse.Namespace, scratch: Path) -> None:
    folder = scratch / "corpus"
    if options.docs:
        gathered(options.docs, folder)
    else:
        Corpus.made(folder, options.repositories, options.corpus_seed)
    pages, entities = read_pages(folder / "repos"), read_entities(folder / "repos")
    maker = QueryMaker(pages, entities)
    queries = [query for seed in options.query_seeds for query in maker.make(seed, options.queries)]
    del maker
    twins = sum(page.is_twin for page in pages)
    print(
        f"{len(pages):,} pages of documentation, {twins:,} of them with a near duplicate,"
        f" {len(entities):,} entities; {len(queries):,} queries, seeds"
        f" {', '.join(map(str, options.query_seeds))}\n",
        flush=True,
    )
    ranked: dict[str, list[tuple[str, int | None]]] = {}
    costs: list[str] = []
    for engine in _engines(options, scratch, folder, pages, entities):
        found = session.ask(engine.site, engine.script, [query.text for query in queries])
        places = [
            scores.rank([engine.key(path) for path in answer.paths], map(str.lower, query.answers))
            for query, answer in zip(queries, found.answers)
        ]
        ranked[engine.name] = [(query.sort, place) for query, place in zip(queries, places)]
        # At once, too: the run of three engines takes most of an hour, and a peer may end it.
        print(scores.table({engine.name: ranked[engine.name]}) + "\n", flush=True)
        costs.append(_cost(engine, found, queries))
        print(_COSTS_HEADER + "\n" + costs[-1] + "\n", flush=True)
        if options.misses:
            _print_misses(options.misses, engine, queries, found, places)
    print(scores.table(ranked) + "\n")
    print(_COSTS_HEADER + "\n" + "\n".join(costs) + "\n", flush=True)


_COSTS_HEADER = (
    "| engine | build | index on disk, gz | before the first query | a query, average (p95)"
    " | a query alone, average (p95) | each key, p50 / p95 / max | all at once, p50 / p95 / max |\n"
    "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |"
)


def _engines(
    options: argparse.Namespace,
    scratch: Path,
    corpus: Path,
    pages: list[Page],
    entities: list[Entity],
):
    """Builds one engine's site after the other."""
    portal = Callboard(options.callboard.resolve(), corpus, scratch / "callboard")
    bare = unsearched(corpus, scratch / "unsearched")
    without = Callboard(options.callboard.resolve(), bare, scratch / "callboard").cold()
    run = portal.cold()
    stage = re.search(r"^index .*$", timings(portal.timed().output), re.MULTILINE)
    print(f"Building with no page in the search: {_run(without)}; with all: {_run(run)}")
    print(f"Stage `index`: {stage[0] if stage else 'unknown'}\n", flush=True)
    yield Engine(
        "callboard", portal.output, engines.CALLBOARD,
        (("docs/default/component/", ""), ("catalog/default/", "entities/")),
        list((portal.output / "search").rglob("*.json")), "whole portal " + _run(run),
    )
    if not options.peers:
        return
    folder = scratch / "peers"
    markdown_site.write(folder / "docs", pages, entities)
    site = zensical.ZensicalSite(ENVIRONMENTS, folder)
    built = site.cold()
    if "pagefind" in options.peers:
        found = pagefind.PagefindIndex(ENVIRONMENTS, site.output)
        run = found.build()
        yield Engine(found.title, site.output, found.engine, (), found.index_files, _run(run))
    if "zensical" in options.peers:
        yield Engine(
            site.title, site.output, site.engine, (), site.index_files,
            "whole site " + _run(built),
        )


def _run(run: Run) -> str:
    return f"{run.wall:.1f} s, {run.cpu:.1f} s CPU, {run.memory / 1e6:,.0f} MB"


def _cost(engine: Engine, found: session.Session, queries: list[Query]) -> str:
    """A line of the table of costs."""
    alone = session.ask(engine.site, engine.script, _some(queries, ALONE), alone=True) \
        if any(found.bytes) else found
    typed = session.type_in(engine.site, engine.script, _some(queries, TYPED))
    disk = sum(file.stat().st_size for file in engine.index)
    packed = sum(len(gzip.compress(file.read_bytes(), 6)) for file in engine.index)
    return (
        f"| {engine.name} | {engine.build} | {disk / 1e6:.1f} MB in {len(engine.index):,} files,"
        f" {packed / 1e6:.1f} MB | {found.start_bytes / 1e3:,.0f} kB, {found.start_milliseconds:,.0f} ms"
        f" | {_kilobytes(found.bytes)} | {_kilobytes(alone.bytes)}"
        f" | {_times(typed)} | {_times([answer.milliseconds for answer in found.answers])} |"
    )


def _some(queries: list[Query], count: int) -> list[str]:
    """The texts of queries of all sorts."""
    return [query.text for query in queries[:: max(1, len(queries) // count)][:count]]


def _times(milliseconds: list[float]) -> str:
    median, high, most = scores.percentiles(milliseconds)
    return f"{median:.1f} / {high:.1f} / {most:.0f} ms"


def _kilobytes(sizes: list[int]) -> str:
    _, high, _ = scores.percentiles(list(map(float, sizes)))
    return f"{sum(sizes) / len(sizes) / 1e3:.1f} kB ({high / 1e3:.1f})"


def _print_misses(
    sort: str,
    engine: Engine,
    queries: list[Query],
    found: session.Session,
    places: list[int | None],
) -> None:
    for query, answer, place in zip(queries, found.answers, places):
        if place != 1 and sort in (query.sort, "all"):
            first = [engine.key(path) for path in answer.paths[:3]]
            print(f"{engine.name}: {query.sort}: {query.text!r} at {place}; {sorted(query.answers)}; {first}")


def _options() -> argparse.Namespace:
    def numbers(text: str) -> list[int]:
        return [int(part) for part in text.split(",")]

    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument(
        "--repositories", type=int, default=100, help="of ten pages each; 100 by default"
    )
    parser.add_argument("--corpus-seed", type=int, default=SEED, help="another corpus")
    parser.add_argument("--docs", type=Path, help="real repositories in a folder, instead")
    parser.add_argument("--query-seeds", type=numbers, default=list(TUNING_SEEDS))
    parser.add_argument("--queries", type=int, default=40, help="of each sort and seed")
    parser.add_argument(
        "--peers",
        type=lambda text: text.split(",") if text else [],
        default=list(PEERS),
        help=f"of {','.join(PEERS)}; empty for none",
    )
    parser.add_argument(
        "--callboard", type=Path, default=PACKAGE / ".build/release/callboard",
        help="the binary to measure",
    )
    parser.add_argument("--misses", metavar="SORT", help="print the queries of a sort, or all, not found first")
    parser.add_argument("--scratch", type=Path, help="where everything is made")
    parser.add_argument("--keep", action="store_true", help="keep corpora and outputs")
    return parser.parse_args()


if __name__ == "__main__":
    main()
