"""`callboard serve` over a small site of its own, for tests that edit it."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

PATIENCE = 120
"""Seconds to wait for what the server should say."""

DESCRIPTOR = """\
apiVersion: backstage.io/v1alpha1
kind: Component
metadata: {name: shop, annotations: {backstage.io/techdocs-ref: 'dir:.'}}
spec: {type: website, lifecycle: production, owner: group:default/sellers}
---
apiVersion: backstage.io/v1alpha1
kind: Group
metadata: {name: sellers}
spec: {type: team, children: []}
"""


class Preview:
    """A site of one repository with two pages of docs, and its server. Ends with `close`."""

    page = "docs/default/component/shop/"
    """The path of the first page."""

    def __init__(
        self, program: Path, *, site: str = "sources: [{path: repo}]\n", options: list[str] = []  # noqa: B006
    ) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="callboard-preview-"))
        self.write("site.yaml", site)
        self.write("repo/catalog-info.yaml", DESCRIPTOR)
        self.write("repo/mkdocs.yml", "site_name: Docs\nnav: [index.md, other.md]\n")
        self.write("repo/docs/index.md", "# Home\n\nThe first text.\n")
        self.write("repo/docs/other.md", "# Other\n\nThe other text.\n")
        self._log = (self.folder / "log").open("w")
        self._process = subprocess.Popen(
            [program, "serve", "--port", "0", *options], cwd=self.folder, stdin=subprocess.DEVNULL,
            stdout=self._log, stderr=self._log,
        )
        self.origin = self._wait_for(r"http://[0-9.]+:[0-9]+")

    def write(self, path: str, text: str) -> None:
        """Saves a file by its path below the site's folder."""
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)

    def replace(self, path: str, text: str) -> None:
        """Saves a file as many editors do: a new one is renamed over the old one."""
        self.write(path + "~", text)
        (self.folder / (path + "~")).rename(self.folder / path)

    @property
    def log(self) -> str:
        """What the server has said."""
        return (self.folder / "log").read_text()

    def wait_for_site(self) -> None:
        """Waits until a first build has come to its end."""
        self._wait_for(r"^Built ")

    def close(self) -> None:
        self._process.kill()
        self._process.wait()
        self._log.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _wait_for(self, pattern: str) -> str:
        """Waits for a line of the log; what of it the pattern matches."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and self._process.poll() is None:
            if found := re.search(pattern, self.log, re.MULTILINE):
                return found[0]
            time.sleep(0.05)
        raise AssertionError(f"the preview did not say {pattern!r}:\n{self.log}")
