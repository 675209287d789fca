"""Callboard over a corpus: from nothing, with nothing changed, and with one page edited."""

import shutil
from pathlib import Path

from harness import edit
from harness.process_tree import Run, run


class Callboard:
    """One portal, with the output and the cache of its last build."""

    def __init__(self, binary: Path, corpus: Path, folder: Path):
        """
        - corpus: has the site.yaml.
        - folder: for output and cache.
        """
        self.corpus = corpus
        self.folder = folder
        self.output = folder / "dist"
        self._command = [
            str(binary), "build", "--config", str(corpus / "site.yaml"),
            "--output", str(self.output), "--cache", str(folder / "cache"),
        ]

    def cold(self) -> Run:
        """Without cache and without output."""
        self._clear()
        return self.unchanged()

    def timed(self) -> Run:
        """As ``cold``, with the table of stages behind what it prints. To watch its memory for that costs it time."""
        self._clear()
        return run([*self._command, "--timings"], self.corpus)

    def unchanged(self) -> Run:
        """After a build, with nothing changed since."""
        return run(self._command, self.corpus)

    def edited(self) -> Run:
        """After a cold build, with a sentence added to one page; the page is put back afterwards."""
        return self._edited("schedule")

    def edited_again(self) -> Run:
        """After ``edited``, with another sentence in place of that one."""
        return self._edited("weather")

    def _clear(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)

    def _edited(self, about: str) -> Run:
        with edit.one_more_sentence(self.corpus.glob("repos/*/docs/index.md"), about):
            return run(self._command, self.corpus)


def timings(output: str) -> str:
    """The table of `--timings` within what a build printed."""
    lines = output.split("\n")
    start = next((n for n, line in enumerate(lines) if line.startswith("stage ")), len(lines))
    return "\n".join(lines[start:]).strip()
