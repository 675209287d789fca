"""Repositories that reach for files outside of them, for programs to run, and for other people's pages.

Each is made by a function with its attack's name. What must not be published or run has a canary in it: a
text that stands nowhere else, so that one look through the output finds a leak.
"""

from __future__ import annotations

from pathlib import Path

from .hostile import configuration, files, git, links, paths  # noqa: F401 - they fill the list of attacks
from .hostile.repository import ATTACKS, CANARY, CLONED, Repository

__all__ = ["ATTACKS", "CANARY", "CLONED", "COUNT", "make_all"]

COUNT = len(ATTACKS)


def make_all(root: Path, outside: Path) -> list[str]:
    """Makes all repositories in folders below `root`; returns their names."""
    outside.mkdir(parents=True)
    (outside / "secret.md").write_text(f"# {CANARY}-markdown\n")
    (outside / "secret.txt").write_text(f"{CANARY}-text\n")
    (outside / "secret.yaml").write_text(f"site_name: {CANARY}-yaml\nkey: {CANARY}-yaml\n")
    (outside / "secret.json").write_text(f'{{"key": "{CANARY}-json"}}\n')
    (outside / "secret.png").write_bytes(b"\x89PNG\r\n\x1a\n" + CANARY.encode() + b"-picture")
    (outside / "docs").mkdir()
    (outside / "docs/index.md").write_text(f"# {CANARY}-docs\n")
    for name, make in ATTACKS.items():
        repository = Repository(root / name, outside)
        repository.folder.mkdir(parents=True)
        make(repository)
    return list(ATTACKS)
