"""Pagefind over the HTML of a built site: its search loads chunks of the index."""

import shutil
from pathlib import Path

from harness.process_tree import Run, run
from peers import environment
from searching import engines

_PACKAGE = "pagefind[bin]==1.5.2"


class PagefindIndex:
    """Indexes the articles of a site and puts the index into the site."""

    engine = engines.PAGEFIND

    title = "pagefind 1.5.2"

    def __init__(self, environments: Path, site: Path):
        """
        - environments: where virtual environments are.
        """
        self.output = site
        folder = environment.installed(environments / "pagefind", _PACKAGE)
        self._binary = next(folder.glob("lib/python*/site-packages/pagefind_bin/pagefind*"))

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
