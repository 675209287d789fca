"""Sites built for the tests, by the program that `swift build` made."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[3]
PROGRAM = PACKAGE / ".build/debug/callboard"
WORK = PACKAGE / ".build/browser-tests"
"""Sites and their caches, kept so that the next run builds what changed only."""


class BuildFailed(Exception):
    """The program ended with 2 or more; the text is what it said."""


def build(source: Path, name: str, program: Path = PROGRAM) -> Path:
    """The built site of the folder `source`, which holds a `site.yaml`; `name` is unique among sites."""
    output = WORK / name
    result = subprocess.run(
        [
            str(program), "build", "--quiet", "--output", str(output),
            "--cache", str(WORK / f"{name}.cache"),
        ],
        cwd=source,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    if result.returncode > 1:
        raise BuildFailed(result.stdout)
    return output


def build_example(program: Path = PROGRAM) -> Path:
    """The project's own portal with its sample organisation."""
    return build(PACKAGE, "example", program)


def build_files(files: dict[str, str], name: str, program: Path = PROGRAM) -> Path:
    """A site made of the given files, `site.yaml` among them; nothing of git."""
    source = WORK / f"{name}.source"
    shutil.rmtree(source, ignore_errors=True)
    for path, text in files.items():
        target = source / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text)
    return build(source, name, program)


@dataclass(frozen=True)
class PageType:
    """One page that stands for those like it."""

    name: str
    """The template's layout and, of several pages, what sets this one apart."""
    path: str
    """Relative to the site's root, as a link has it."""


_LAYOUT = re.compile(rb'<body[^>]* data-cb-layout="([^"]+)"')
_CONTENTS = {
    "formulas": b"<math",
    "pictures": b'class="diagram',
    "tabs": b'class="tabbed-set',
    "annotations": b"annotate",
    "admonitions": b'class="admonition',
}


def page_types(site: Path) -> list[PageType]:
    """A page of each layout; of entities one of each kind, of docs one of each sort of content, of widgets one a part.

    Of several pages the largest stands for the others, since it has the most that can go wrong.
    Redirects are left out: a browser does not stay on them.
    """
    largest: dict[str, tuple[int, str]] = {}
    for file in sorted(site.rglob("*.html")):
        content = file.read_bytes()
        match = _LAYOUT.search(content)
        if match is None or match[1] == b"redirect":
            continue
        path = file.relative_to(site).as_posix()
        path = path.removesuffix("index.html")
        layout = match[1].decode()
        names = [layout]
        if layout == "entity":
            names = [f"entity {path.split('/')[2]}"]
        elif layout == "widgets":
            names = [f"widgets {path.split('/')[0]}"]
        elif layout == "docs":
            names += [f"docs with {sort}" for sort, mark in _CONTENTS.items() if mark in content]
        for name in names:
            largest[name] = max(largest.get(name, (0, "")), (len(content), path))
    chosen: dict[str, str] = {}
    for name, (_, path) in sorted(largest.items()):
        chosen.setdefault(path, name)
    return sorted((PageType(name, path) for path, name in chosen.items()), key=lambda page: page.name)
