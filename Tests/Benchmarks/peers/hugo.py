"""Hugo over the same pages.

Every docs page and, so that page counts match, every entity as a page of Markdown. Hugo sees
`!!!`, `???` and `===` as plain text and leaves links between pages as they are written: it has
less to do than callboard in these points, and no catalog.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from harness.process_tree import Run, run
from peers import environment
from peers.hugo_layouts import Features, files

_PACKAGE = "hugo"
"""On the Python package index; it ships Hugo's own binary."""

VARIANTS = {
    "hugo": Features(highlighting=True, navigation=True, index=True, feeds=True),
    "hugo-quiet": Features(highlighting=True, navigation=True, index=True, feeds=False),
    "hugo-plain": Features(highlighting=False, navigation=True, index=True, feeds=True),
    "hugo-lean": Features(highlighting=False, navigation=False, index=False, feeds=True),
    "hugo-bare": Features(highlighting=False, navigation=False, index=False, feeds=False),
}
"""The sites that can be measured, by what `--peers` calls them."""


def installed(environments: Path) -> Path:
    """The binary of Hugo, installed unless it is there: the package's command starts it through Python."""
    folder = environment.installed(environments / _PACKAGE, _PACKAGE)
    found = sorted(folder.glob("lib/python*/site-packages/hugo/binaries/hugo*"))
    binary = next((path for path in found if os.access(path, os.X_OK)), None)
    return binary or sys.exit(f"the package {_PACKAGE} has no binary of Hugo")


def version(binary: Path) -> str:
    text = subprocess.run([binary, "version"], check=True, capture_output=True, text=True).stdout
    return text.split()[1].split("-")[0].removeprefix("v")


class HugoSite:
    """One site of Hugo, made from a corpus."""

    def __init__(self, binary: Path, folder: Path, features: Features):
        self.binary = binary
        self.folder = folder
        self.features = features

    @property
    def title(self) -> str:
        """Hugo's version, and what the site goes without."""
        return ", ".join([f"hugo {version(self.binary)}", *self.features.missing])

    def make(self, repositories: Path) -> None:
        """Writes the site's sources; those of an earlier corpus go."""
        shutil.rmtree(self.folder, ignore_errors=True)
        for path, text in files(self.features).items():
            _write(self.folder / path, text)
        for repository in sorted(repositories.iterdir()):
            content = self.folder / "content" / repository.name
            self._add_docs(repository / "docs", content)
            self._add_entities(repository / "catalog-info.yaml", content)

    def build(self) -> Run:
        """A build from nothing: Hugo has no cache that a second build of pages could use."""
        shutil.rmtree(self.folder / "public", ignore_errors=True)
        command = [str(self.binary), "--quiet", "--noBuildLock"]
        return run(command, self.folder, {"HUGO_CACHEDIR": str(self.folder / "cache")})

    def _add_docs(self, docs: Path, content: Path) -> None:
        for source in sorted(docs.rglob("*")):
            target = content / source.relative_to(docs)
            if source.suffix == ".md":
                # A file named index.md would make its whole folder one page.
                if source.name == "index.md":
                    target = target.with_name("_index.md")
                _write(target, _titled(source.read_text()))
            elif source.is_file():
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(source, target)

    def _add_entities(self, descriptor: Path, content: Path) -> None:
        for number, text in enumerate(descriptor.read_text().split("\n---\n")):
            body = f"# Entity {number}\n\n```yaml\n{text}\n```\n"
            _write(content / "entities" / f"{number}.md", _titled(body))


def _titled(markdown: str) -> str:
    """With the first heading as the title in the front matter, which Hugo wants there."""
    if markdown.startswith("---\n"):
        markdown = markdown[markdown.index("\n---", 4) + 4:].lstrip("\n")
    first, _, rest = markdown.partition("\n")
    return f'---\ntitle: "{first.removeprefix("# ")}"\n---\n{rest}'


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
