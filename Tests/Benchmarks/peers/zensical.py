"""Zensical over the pages of a corpus: its search loads the whole index."""

import re
import shutil
from pathlib import Path

from harness.process_tree import Run, run
from searching import engines

PACKAGE = "zensical"


class ZensicalSite:
    """A site without a navigation tree: with one, every page lists all others."""

    def __init__(self, environment: Path, folder: Path):
        """
        - folder: has `docs`; gets the configuration and `site`.
        """
        self.folder = folder
        self.output = folder / "site"
        self._binary = environment / "bin/zensical"

    def build(self) -> Run:
        shutil.rmtree(self.output, ignore_errors=True)
        (self.folder / "zensical.toml").write_text(
            '[project]\nsite_name = "Benchmark"\nsite_url = "https://portal.mail.example/"\n'
            'nav = ["index.md"]\n'
        )
        return run([str(self._binary), "build", "--clean"], self.folder)

    @property
    def engine(self) -> str:
        worker = next(self.output.glob("assets/javascripts/workers/search.*.js"))
        return re.sub("WORKER", str(worker.relative_to(self.output)), engines.ZENSICAL)

    @property
    def index_files(self) -> list[Path]:
        return [self.output / "search.json"]
