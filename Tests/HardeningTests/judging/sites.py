"""The sites that hostile repositories are put into, and what must stay as it is in them."""

from __future__ import annotations

from pathlib import Path

from .program import Build, Files, Place, contents

SETTINGS = 'site: {title: Marks, url: "https://portal.example/"}\nsources:\n  - path: repos/*\n'

OWNERS = "apiVersion: backstage.io/v1alpha1\nkind: Group\nmetadata: {name: owners}\nspec: {type: team, children: []}\n"


def component(name: str, owner: str = "group:default/owners") -> str:
    """The descriptor of a component with docs."""
    return (
        "apiVersion: backstage.io/v1alpha1\nkind: Component\n"
        f"metadata: {{name: {name}, annotations: {{backstage.io/techdocs-ref: \"dir:.\"}}}}\n"
        f"spec: {{type: service, lifecycle: production, owner: {owner}}}\n"
    )


def honest(count: int) -> Files:
    """Repositories beyond reproach, whose pages nothing else may change."""
    files: Files = {"site.yaml": SETTINGS, "repos/0-owners/catalog-info.yaml": OWNERS}
    # What makes the site's menu and the head of its pages different is here already.
    files["repos/0-decisions/catalog-info.yaml"] = component("0-decisions").replace(
        "techdocs-ref: \"dir:.\"", "techdocs-ref: \"dir:.\", backstage.io/adr-location: docs/adr"
    )
    files["repos/0-decisions/docs/adr/0001-first.md"] = "# 1. First\n\nDate: 2024-01-02\n\n## Status\n\nAccepted\n"
    for number in range(count):
        root = f"repos/0-honest-{number:03}"
        files[f"{root}/catalog-info.yaml"] = component(f"honest-{number:03}")
        files[f"{root}/mkdocs.yml"] = f"site_name: Honest {number}\n"
        files[f"{root}/docs/index.md"] = f"# Honest {number}\n\nSee [guide](guide.md).\n\n![dot](dot.png)\n"
        files[f"{root}/docs/guide.md"] = f"# Guide {number}\n\n```python\nprint({number})\n```\n"
        files[f"{root}/docs/dot.png"] = b"\x89PNG\r\n\x1a\n"
    return files


def honest_pages(output: Path) -> dict[str, bytes]:
    """The published files that belong to the honest repositories alone."""
    return {
        path: content
        for path, content in contents(output).items()
        if "/honest-" in path and path.startswith(("docs/", "catalog/default/"))
    }


def changed(before: Path, after: Path) -> list[str]:
    """The honest files that differ, or are missing."""
    others = honest_pages(after)
    return [path for path, content in honest_pages(before).items() if others.get(path) != content]


def add(place: Place, repositories: dict[str, dict[str, bytes]]) -> None:
    """Puts repositories beside those that are there."""
    for name, files in repositories.items():
        place.write(files, f"repos/{name}")


def baseline(place: Place, count: int = 10) -> Build:
    """The site of honest repositories alone, built into `before`.

    They are commits of git, as the feeds that pages name come from there.
    """
    place.write(honest(count))
    _commit(place.path / "repos/0-owners")
    _commit(place.path / "repos/0-decisions")
    return place.build(output="before")


def _commit(folder: Path) -> None:
    import os
    import subprocess

    environment = {
        "PATH": os.environ["PATH"], "HOME": str(folder), "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_DATE": "2024-01-02T03:04:05Z", "GIT_COMMITTER_DATE": "2024-01-02T03:04:05Z",
    }
    for arguments in (["init", "-q", "-b", "main"], ["add", "-A"], ["-c", "user.name=A", "-c", "user.email=a@example.com", "commit", "-qm", "First"]):
        subprocess.run(["git", *arguments], cwd=folder, check=True, env=environment, stdout=subprocess.DEVNULL)
