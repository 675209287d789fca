"""Zensical over the pages of a corpus: it keeps rendered pages for the next build, and its search loads the whole index."""

import re
import shutil
from pathlib import Path

from harness import edit
from harness.process_tree import Run, run
from peers import environment
from searching import engines

_PACKAGE = "zensical"


class ZensicalSite:
    """A site without a navigation tree: with one, every page lists all others."""

    def __init__(self, environments: Path, folder: Path):
        """
        - environments: where virtual environments are.
        - folder: has `docs`; gets the configuration, the cache and `site`.
        """
        self.folder = folder
        self.output = folder / "site"
        self._environment = environment.installed(environments / _PACKAGE, _PACKAGE)
        (folder / "zensical.toml").write_text(
            '[project]\nsite_name = "Benchmark"\nsite_url = "https://portal.mail.example/"\n'
            'nav = ["index.md"]\n'
        )

    @property
    def title(self) -> str:
        return f"zensical {environment.version(self._environment, _PACKAGE)}"

    def cold(self) -> Run:
        """Without cache and without output."""
        shutil.rmtree(self.output, ignore_errors=True)
        return self._build("--clean")

    def unchanged(self) -> Run:
        """After a build, with nothing changed since."""
        return self._build()

    def edited(self) -> Run:
        """After a build, with a sentence added to one page; the page is put back afterwards."""
        with edit.one_more_sentence((self.folder / "docs").glob("*/index.md")):
            return self._build()

    def _build(self, *options: str) -> Run:
        return run([str(self._environment / "bin/zensical"), "build", *options], self.folder)

    @property
    def engine(self) -> str:
        worker = next(self.output.glob("assets/javascripts/workers/search.*.js"))
        return re.sub("WORKER", str(worker.relative_to(self.output)), engines.ZENSICAL)

    @property
    def index_files(self) -> list[Path]:
        return [self.output / "search.json"]
