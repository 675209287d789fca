"""MkDocs over the same pages: with the theme Material, and with the plugin that TechDocs are built with.

Both make one site of all pages, which spares TechDocs a start of the program for each repository. No page is in
the navigation but the first: with one, every page lists all others.
"""

import shutil
from pathlib import Path

from harness.process_tree import Run, run
from peers import environment

_SITE = """site_name: Benchmark
site_url: https://portal.mail.example/
nav: [index.md]
"""

_MATERIAL = """theme:
  name: material
plugins: [search]
markdown_extensions:
  - admonition
  - attr_list
  - footnotes
  - toc: {permalink: true}
  - pymdownx.details
  - pymdownx.highlight
  - pymdownx.superfences
  - pymdownx.tabbed: {alternate_style: true}
  - pymdownx.tasklist
"""

# Brings the theme, the search and the extensions.
_TECHDOCS = "plugins: [techdocs-core]\n"

VARIANTS = {
    "mkdocs-material": ("mkdocs-material", _MATERIAL),
    "techdocs-core": ("mkdocs-techdocs-core", _TECHDOCS),
}
"""The sites that can be measured, by what `--peers` calls them: the package and its settings."""


class MkDocsSite:
    """One site over a folder of Markdown."""

    def __init__(self, environments: Path, name: str, docs: Path, folder: Path):
        """
        - environments: where virtual environments are.
        - name: one of `VARIANTS`.
        - folder: gets the configuration and the site.
        """
        self.package, settings = VARIANTS[name]
        self._environment = environment.installed(environments / name, self.package)
        self._folder = folder
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        (folder / "mkdocs.yml").write_text(f"{_SITE}docs_dir: {docs}\n{settings}")

    @property
    def title(self) -> str:
        return f"{self.package} {environment.version(self._environment, self.package)}"

    def build(self) -> Run:
        """A build from nothing: MkDocs keeps nothing for a second one."""
        shutil.rmtree(self._folder / "site", ignore_errors=True)
        return run([str(self._environment / "bin/mkdocs"), "build", "--quiet"], self._folder)
