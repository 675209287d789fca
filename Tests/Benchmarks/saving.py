#!/usr/bin/env python3
"""Measures how long a saved page takes to be on the screen under `callboard serve`.

    python3 Tests/Benchmarks/saving.py [--repositories 1000] [--rounds 20]

From before the file is written until the server's event says that the page is another, until that page has been fetched, and,
where Playwright is installed, until Chromium shows the new sentence. Every sort of edit is made in turn. No time is asserted.
"""

import argparse
import http.client
import re
import shutil
import statistics
import subprocess
import sys
import threading
import time
from pathlib import Path

from corpus.repositories import Corpus
from harness import machine

PACKAGE = Path(__file__).resolve().parent.parent.parent
ROOM = 4_000_000_000


class Served:
    """A running `callboard serve`."""

    def __init__(self, binary: Path, corpus: Path, cache: Path):
        self.process = subprocess.Popen(
            [binary, "serve", "--port", "0", "--config", corpus / "site.yaml", "--cache", cache],
            cwd=corpus, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
        )
        self.port = 0
        self._listen()
        # Nobody else reads what it says, and a full pipe would stop it.
        threading.Thread(target=self.process.stderr.read, daemon=True).start()

    def _listen(self) -> None:
        """Returns once the site is there."""
        for line in self.process.stderr:
            if found := re.search(r"http://127\.0\.0\.1:(\d+)/", line):
                self.port = int(found[1])
            if line.startswith("Built "):
                return
        sys.exit("callboard serve ended before it had built the site")

    def connection(self) -> http.client.HTTPConnection:
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)

    def get(self, path: str) -> str:
        connection = self.connection()
        connection.request("GET", path)
        return connection.getresponse().read().decode()

    def memory(self) -> int:
        """Bytes that the main process holds."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s*(\d+)", status)[1]) * 1024

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait()


class Edits:
    """Ways to change one page, each of them with a text that has not been there before."""

    def __init__(self, page: Path):
        self.page = page
        self.before = page.read_text()
        self.number = 0

    def make(self, kind: str) -> str:
        """Saves the page with an edit; returns the words that are new."""
        self.number += 1
        words = f"Sentence {self.number} {kind}"
        text = {
            "sentence": f"{self.before}\n{words}.\n",
            "heading": f"{self.before}\n## {words}\n",
            "dead link": f"{self.before}\n[{words}](missing-{self.number}.md)\n",
        }[kind]
        self.page.write_text(text)
        return words

    def take_back(self) -> None:
        self.page.write_text(self.before)


def wait_for_event(stream: http.client.HTTPResponse, name: str) -> None:
    while stream.readline() != f"event: {name}\n".encode():
        pass


def by_events(served: Served, address: str, edits: Edits, kind: str) -> tuple[float, float]:
    """Milliseconds until the event, and until the page has been fetched as well."""
    build = re.search(r'data-build="(\d+)"', served.get(address))[1]
    connection = served.connection()
    connection.request("GET", f"/_preview/events?page={address}&build={build}")
    stream = connection.getresponse()
    wait_for_event(stream, "findings")
    start = time.perf_counter()
    words = edits.make(kind)
    wait_for_event(stream, "reload")
    told = time.perf_counter()
    page = served.get(address)
    fetched = time.perf_counter()
    connection.close()
    if words not in page:
        sys.exit(f"the page does not have '{words}'")
    return (told - start) * 1000, (fetched - start) * 1000


def in_chromium(served: Served, address: str, edits: Edits, kind: str, rounds: int) -> list[float]:
    """Milliseconds until the words are in the page's text; empty without Playwright."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return []
    measured = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{served.port}{address}")
        for _ in range(rounds):
            time.sleep(0.5)
            start = time.perf_counter()
            words = edits.make(kind)
            page.get_by_text(words).first.wait_for(state="attached")
            measured.append((time.perf_counter() - start) * 1000)
        browser.close()
    return measured


def row(name: str, values: list[float]) -> str:
    if not values:
        return f"| {name} | | |"
    return f"| {name} | {statistics.median(values):,.0f} | {max(values):,.0f} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--repositories", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--kinds", default="sentence,heading,dead link")
    parser.add_argument("--corpus", type=Path, help="a corpus that is there already")
    parser.add_argument("--callboard", type=Path, default=PACKAGE / ".build/release/callboard")
    options = parser.parse_args()
    scratch = machine.scratch_folder(ROOM, PACKAGE / ".build-bench/scratch") / "saving"
    corpus = options.corpus or scratch / "corpus"
    if not options.corpus:
        Corpus.made(corpus, options.repositories)
    print(machine.description() + "\n")
    page = min(corpus.glob("repos/*/docs/index.md"))
    start = time.perf_counter()
    served = Served(options.callboard.resolve(), corpus, scratch / "cache")
    print(f"Started in {time.perf_counter() - start:.1f} s; {served.memory() / 1e6:,.0f} MB\n", flush=True)
    edits = Edits(page)
    try:
        address = page_address(page)
        print("| from a save | median ms | slowest ms |\n| --- | ---: | ---: |")
        for kind in options.kinds.split(","):
            times = []
            for _ in range(options.rounds):
                time.sleep(0.5)
                times.append(by_events(served, address, edits, kind))
            print(row(f"{kind}: until the event", [told for told, _ in times]))
            print(row(f"{kind}: until the page is fetched", [fetched for _, fetched in times]))
            shown = in_chromium(served, address, edits, kind, options.rounds)
            print(row(f"{kind}: until Chromium has it in the page", shown), flush=True)
        print(f"\n{served.memory() / 1e6:,.0f} MB at the end")
    finally:
        edits.take_back()
        served.stop()
        shutil.rmtree(scratch, ignore_errors=True)


def page_address(page: Path) -> str:
    """Where the portal shows the first page of a repository's docs."""
    descriptor = (page.parent.parent / "catalog-info.yaml").read_text()
    for document in descriptor.split("\n---"):
        if "techdocs-ref" in document:
            name = re.search(r"^  name: (\S+)", document, re.MULTILINE)[1]
            kind = re.search(r"^kind: (\S+)", document, re.MULTILINE)[1].lower()
            return f"/docs/default/{kind}/{name}/"
    sys.exit(f"{page.parent.parent.name} has no docs")


if __name__ == "__main__":
    main()
