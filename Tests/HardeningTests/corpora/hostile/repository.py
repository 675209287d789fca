"""One hostile repository while it is made, and the list of all attacks."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

CANARY = "CANARY7f3a"
"""Stands in every secret."""

CLONED: list[str] = []
"""Repositories that are to be read from a clone of them, once they are made."""

ATTACKS: dict[str, Callable[["Repository"], None]] = {}


class Repository:
    """One hostile repository while it is made."""

    def __init__(self, folder: Path, outside: Path) -> None:
        self.folder = folder
        self.outside = outside
        """A folder that belongs to the machine: `secret.md`, `secret.png`, `secret.yaml`, `docs/`."""
        self.mark = outside / "executed"
        """Programs that must not run would write this file."""

    def write(self, path: str, content: str | bytes, mode: int = 0o644) -> None:
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.encode("utf-8", "surrogateescape") if isinstance(content, str) else content)
        target.chmod(mode)

    def link(self, path: str, target: str | Path) -> None:
        place = self.folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        os.symlink(target, place)

    def component(self, ref: str = "dir:.", **spec: str) -> None:
        fields = "".join(f", {key}: {value}" for key, value in spec.items())
        self.write("catalog-info.yaml", (
            "apiVersion: backstage.io/v1alpha1\nkind: Component\n"
            f"metadata: {{name: {self.folder.name}, annotations: {{backstage.io/techdocs-ref: \"{ref}\"}}}}\n"
            f"spec: {{type: service, lifecycle: production, owner: nobody{fields}}}\n"
        ))
        if not (self.folder / "docs/index.md").exists():
            self.write("docs/index.md", "# Honest\n\nhonest line\n")

    def api(self, definition: str) -> None:
        self.write("catalog-info.yaml", (
            f"apiVersion: backstage.io/v1alpha1\nkind: API\nmetadata: {{name: {self.folder.name}}}\n"
            f"spec: {{type: openapi, lifecycle: production, owner: nobody, definition: {definition}}}\n"
        ))

    def git(self, *arguments: str) -> None:
        subprocess.run(
            ["git", "-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "init.defaultBranch=main", *arguments],
            cwd=self.folder, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            env={"PATH": os.environ["PATH"], "HOME": str(self.outside), "GIT_CONFIG_NOSYSTEM": "1"},
        )

    def commit(self) -> None:
        self.git("init")
        self.git("add", "-A")
        self.git("commit", "-m", "First")

    def program(self, path: str) -> None:
        self.write(path, f"#!/bin/sh\necho {CANARY} >>'{self.mark}'\ncat\n", 0o755)


def attack(make: Callable[[Repository], None]) -> Callable[[Repository], None]:
    ATTACKS[make.__name__.replace("_", "-")] = make
    return make
