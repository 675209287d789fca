"""Pagefind over the HTML of a built site: its search loads chunks of the index."""

import shutil
from pathlib import Path

from harness.process_tree import Run, run
from searching import engines

PACKAGE = "pagefind[bin]==1.5.2"


class PagefindIndex:
    """Indexes the articles of a site and puts the index into the site."""

    engine = engines.PAGEFIND

    def __init__(self, environment: Path, site: Path):
        self.output = site
        self._binary = next(environment.glob("lib/python*/site-packages/pagefind_bin/pagefind*"))

    def build(self) -> Run:
        shutil.rmtree(self.output / "pagefind", ignore_errors=True)
        command = [
            str(self._binary), "--site", str(self.output), "--root-selector", "article",
            "--exclude-selectors", ".headerlink",
        ]
        return run(command, self.output.parent)

    @property
    def index_files(self) -> list[Path]:
        return [file for file in (self.output / "pagefind").rglob("*") if file.is_file()]
