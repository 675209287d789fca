"""Writes a corpus: repositories as plain folders, and the site.yaml beside them."""

import functools
import json
import multiprocessing
import random
import shutil
from dataclasses import asdict, dataclass
from pathlib import Path

from corpus import catalog
from corpus.page import PageWriter
from corpus.picture import png
from corpus.prose import Prose
from corpus.vocabulary import Vocabulary

VERSION = 4
"""Raise it with every change to what is generated, so that no old corpus is used again."""

SEED = 7
"""What all figures of builds are measured with."""

_PAGES = (10, 6, 14, 10, 8, 12, 9, 11, 10, 10)
"""Pages of a repository, in turn; ten on average."""

_FOLDERS = ("", "guides", "guides", "reference", "runbooks", "decisions")


@dataclass(frozen=True)
class Corpus:
    """What was generated, as its stamp file has it."""

    version: int
    repositories: int
    pages: int
    entities: int
    markdown_bytes: int
    seed: int = 0

    @staticmethod
    def made(folder: Path, repositories: int, seed: int = SEED) -> "Corpus":
        """The corpus in a folder, generated unless it is there already."""
        stamp = folder / "corpus.json"
        if stamp.exists():
            found = Corpus(**json.loads(stamp.read_text()))
            if (found.version, found.seed, found.repositories) == (VERSION, seed, repositories):
                return found
        shutil.rmtree(folder, ignore_errors=True)
        corpus = _write(folder, repositories, seed)
        stamp.write_text(json.dumps(asdict(corpus)))
        return corpus


def _write(folder: Path, count: int, seed: int) -> Corpus:
    folder.mkdir(parents=True)
    (folder / "site.yaml").write_text(
        'site: {title: Benchmark, url: "https://portal.mail.example"}\n'
        "sources:\n  - path: repos/*\n"
    )
    source = random.Random(f"{seed}/organisation")
    organisation = folder / "repos/organisation"
    organisation.mkdir(parents=True)
    text = catalog.organisation(count, source, Prose(_vocabulary(seed), source))
    (organisation / "catalog-info.yaml").write_text(text)
    with multiprocessing.Pool() as pool:
        write = functools.partial(_write_repository, folder / "repos", count, seed)
        sizes = pool.map(write, range(count), chunksize=16)
    return Corpus(
        version=VERSION,
        repositories=count,
        pages=sum(pages for pages, _ in sizes),
        entities=text.count("\nkind: ") + 3 * count,
        markdown_bytes=sum(length for _, length in sizes),
        seed=seed,
    )


@functools.cache
def _vocabulary(seed: int) -> Vocabulary:
    """Made once in each process."""
    return Vocabulary(seed)


def _write_repository(parent: Path, count: int, seed: int, index: int) -> tuple[int, int]:
    """Returns how many pages it has, and their bytes."""
    source = random.Random(f"{seed}/{index}")
    prose = Prose(_vocabulary(seed), source)
    root = parent / catalog.repository_name(index)
    docs = root / "docs"
    pages = _page_paths(source, prose, _PAGES[index % len(_PAGES)])
    pictures = [f"images/{prose.identifier()}-{number}.png" for number in range(2)]
    for relative in (*pages, *pictures):
        (docs / relative).parent.mkdir(parents=True, exist_ok=True)
    (root / "catalog-info.yaml").write_text(catalog.descriptor(index, count, source, prose))
    (root / "mkdocs.yml").write_text(_mkdocs(prose, pages))
    for picture in pictures:
        (docs / picture).write_bytes(png(source))
    writer = PageWriter(prose, source, list(pages), pictures)
    length, previous = 0, ""
    for path, title in pages.items():
        # Links are relative to a page's folder, so only pages at the root repeat each other.
        near_duplicate = previous and "/" not in path and source.random() < 0.1
        text = _revised(previous, source, prose) if near_duplicate else writer.page(path, title)
        (docs / path).write_text(text)
        length += len(text)
        previous = text
    return len(pages), length


def _page_paths(source: random.Random, prose: Prose, count: int) -> dict[str, str]:
    """Titles of pages by path below the docs folder, index first, then by folder."""
    pages = {"index.md": prose.title()}
    while len(pages) < count:
        title = prose.title()
        folder = source.choice(_FOLDERS)
        path = f"{folder}/" if folder else ""
        pages[f"{path}{title.lower().replace(' ', '-')}.md"] = title
    rest = sorted((path for path in pages if path != "index.md"), key=lambda path: (
        _FOLDERS.index(path.split("/")[0]) if "/" in path else 0, path))
    return {path: pages[path] for path in ["index.md", *rest]}


def _revised(text: str, source: random.Random, prose: Prose) -> str:
    """The same page with one paragraph in eight written anew."""
    blocks = text.split("\n\n")
    for position, block in enumerate(blocks):
        if block[0].isalpha() and source.random() < 0.125:
            blocks[position] = prose.paragraph()
    return "\n\n".join(blocks).rstrip("\n") + "\n"


def _mkdocs(prose: Prose, pages: dict[str, str]) -> str:
    lines = [
        f"site_name: {prose.title()}",
        "docs_dir: docs",
        "plugins: [techdocs-core]",
        "markdown_extensions: [admonition, pymdownx.details, pymdownx.superfences]",
        "nav:",
    ]
    folder = ""
    for path, title in pages.items():
        parent = path.rpartition("/")[0]
        if parent != folder:
            lines.append(f"  - {parent.capitalize()}:")
            folder = parent
        lines.append(f"{'      ' if parent else '  '}- {title}: {path}")
    return "\n".join(lines) + "\n"
