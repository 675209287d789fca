"""The pages of a corpus as an author knows them: titles, headings and words, read from the sources."""

import re
import sys
from dataclasses import dataclass, field
from pathlib import Path

_WORD = re.compile(r"[a-z]+")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_MARKUP = re.compile(r"[`*]|\[\^\d+\]:?|https?://\S+")
_HEADING = re.compile(r"#{2,4} (.+)")


@dataclass
class Page:
    """One page of documentation."""

    repository: str
    path: str
    """Relative to the docs folder, with `.md`."""
    title: str
    """The first heading."""
    source: str
    """Markdown without front matter."""
    headings: list[str] = field(default_factory=list)
    paragraphs: list[list[str]] = field(default_factory=list)
    """The words of blocks of running text, from which queries are drawn."""
    blocks: list[list[str]] = field(default_factory=list)
    """The words of all blocks, code and headings among them."""
    is_twin: bool = False
    """Whether another page of the repository has the same title and nearly the same text."""

    @property
    def key(self) -> str:
        """Its path among the pages that the peers get; `index.md` stands for its folder."""
        bare = self.path.removesuffix(".md")
        bare = bare.removesuffix("index").rstrip("/")
        return f"{self.repository}/{bare}".rstrip("/")


@dataclass
class Entity:
    """One entity of a descriptor."""

    kind: str
    name: str
    title: str
    source: str
    """YAML."""

    @property
    def words(self) -> list[str]:
        return words(self.source)

    @property
    def key(self) -> str:
        return f"entities/{self.kind}/{self.name}"


def read_pages(repositories: Path) -> list[Page]:
    """All pages of the repositories in a folder, in the order of their paths."""
    pages = []
    for repository in sorted(repositories.iterdir()):
        docs = repository / "docs"
        twins: dict[str, list[Page]] = {}
        for file in sorted(docs.rglob("*.md")):
            page = _page(repository.name, str(file.relative_to(docs)), file.read_text())
            twins.setdefault(page.title, []).append(page)
            pages.append(page)
        for group in twins.values():
            for page in group:
                page.is_twin = len(group) > 1
    return pages


def read_entities(repositories: Path) -> list[Entity]:
    """All entities of the descriptors in a folder of repositories."""
    entities = []
    for descriptor in sorted(repositories.glob("*/catalog-info.yaml")):
        for document in descriptor.read_text().split("---\n"):
            if document.strip():
                entities.append(_entity(document))
    return entities


def words(text: str) -> list[str]:
    """The words of a text without its markup, in lower case."""
    # Each word once in memory: at 100,000 pages there are a hundred million of them.
    return [sys.intern(word) for word in _WORD.findall(_MARKUP.sub("", _LINK.sub(r"\1", text)).lower())]


def _page(repository: str, path: str, text: str) -> Page:
    if text.startswith("---\n"):
        text = text[text.index("\n---", 4) + 4:].lstrip("\n")
    page = Page(repository, path, "", text)
    in_code = False
    for block in text.split("\n\n"):
        row = words(block)
        page.blocks.append(row)
        fences = len(re.findall(r"^\s*(?:```|~~~)", block, re.MULTILINE))
        if in_code or fences:
            in_code = in_code != (fences % 2 == 1)
            continue
        if block.startswith("# ") and not page.title:
            page.title = block[2:].strip()
        elif heading := _HEADING.match(block):
            page.headings.append(heading[1].strip())
        elif block[:1].isalpha():
            page.paragraphs.append(row)
    return page


def _entity(document: str) -> Entity:
    def value(pattern: str) -> str:
        found = re.search(pattern, document, re.MULTILINE)
        return found[1].strip() if found else ""

    name = value(r"^  name: (.+)$")
    title = value(r"^  title: (.+)$") or value(r"displayName: ([^,}]+)") or name
    return Entity(value(r"^kind: (.+)$").lower(), name, title, document)
