"""Asks the search of a built site in Chromium, without a window."""

import json
import threading
import urllib.parse
from dataclasses import dataclass
from pathlib import Path

from harness import browser
from harness.server import Server

TIMEOUT_SECONDS = 900
KEY_MILLISECONDS = 100
"""From one key to the next: of somebody who types 120 words a minute."""

_PAGE = """<!doctype html>
<meta charset="utf-8">
<link rel="icon" href="data:,">
<body><ol></ol>
<script type="module">
const queries = %(queries)s;
const isAlone = %(alone)s;
const pace = %(pace)s;
const list = document.querySelector("ol");
const report = JSON.parse(sessionStorage.getItem("report")) ?? { answers: [] };
const mark = () => fetch("/-/mark");
const finish = () => fetch("/-/report", { method: "POST", body: JSON.stringify(report) });
const ask = async ({ search, settle }, text) => {
  await mark();
  const pressed = performance.now();
  const results = await search(text);
  list.replaceChildren(...results.map(({ title }) => {
    const item = document.createElement("li");
    item.textContent = title;
    return item;
  }));
  list.offsetHeight;
  const time = performance.now() - pressed;
  if (pace === null) await settle?.();
  else await new Promise((resolve) => setTimeout(resolve, pace - time));
  report.answers.push({ time, urls: results.map(({ url }) => url) });
};
try {
  const engine = await import(URL.createObjectURL(new Blob(
    [%(engine)s.replaceAll('"/', `"${location.origin}/`)], { type: "text/javascript" },
  )));
  const began = performance.now();
  await engine.start();
  report.start ??= performance.now() - began;
  if (isAlone) {
    await ask(engine, queries[report.answers.length]);
    await mark();
  } else {
    for (const text of queries) await ask(engine, text);
  }
} catch (error) {
  report.error = String(error?.stack ?? error);
}
if (report.error === undefined && report.answers.length < queries.length) {
  sessionStorage.setItem("report", JSON.stringify(report));
  location.reload();
} else {
  await finish();
}
</script>
"""


@dataclass(frozen=True)
class Answer:
    """What one query gave."""

    paths: list[str]
    """Of the pages found, best first, relative to the site, without slashes at the ends."""
    milliseconds: float
    """From the question to results that are laid out."""
    files: list[str]
    """Paths of what was fetched for it."""


@dataclass(frozen=True)
class Session:
    """What a browser saw of one engine."""

    start_milliseconds: float
    """Until the engine could be asked."""
    start_bytes: int
    """Fetched before the first query, compressed."""
    answers: list[Answer]
    bytes: list[int]
    """Fetched for each query, compressed."""


def type_in(site: Path, engine: str, queries: list[str]) -> list[float]:
    """Types queries key by key, and gives the milliseconds from each key to the results for what stands there then.

    The next key waits for these results if they take longer than from key to key.
    """
    typed = [query[:end] for query in queries for end in range(1, len(query) + 1)]
    return [answer.milliseconds for answer in ask(site, engine, typed, pace=KEY_MILLISECONDS).answers]


def ask(
    site: Path, engine: str, queries: list[str], alone: bool = False, pace: int | None = None
) -> Session:
    """Asks queries in turn.

    - engine: a script of `searching.engines`.
    - alone: whether each query meets an engine that has not fetched anything for an earlier one.
    - pace: milliseconds from one query to the next; None waits for what an engine adds to its results.
    """
    reported = threading.Event()
    bodies: list[bytes] = []

    def report(body: bytes) -> None:
        bodies.append(body)
        reported.set()

    page = _PAGE % {
        "queries": json.dumps(queries).replace("<", "\\u003c"),
        "alone": json.dumps(alone),
        "pace": json.dumps(pace),
        "engine": json.dumps(engine),
    }
    server = Server(site, page, report)
    try:
        browser.visit(server.address, reported, TIMEOUT_SECONDS)
    finally:
        server.stop()
    found = json.loads(bodies[0])
    if "error" in found:
        raise RuntimeError(f"the search of {site.name} failed: {found['error']}")
    if alone:
        starts, asked = server.requests[0], server.requests[1::2]
    else:
        starts, *asked = server.requests
    answers = [
        Answer([_path(url) for url in answer["urls"]], answer["time"], files)
        for answer, files in zip(found["answers"], asked)
    ]
    return Session(
        start_milliseconds=found["start"],
        start_bytes=sum(map(server.compressed, starts)),
        answers=answers,
        bytes=[sum(map(server.compressed, answer.files)) for answer in answers],
    )


def _path(url: str) -> str:
    return urllib.parse.unquote(urllib.parse.urlsplit(url).path).strip("/")
