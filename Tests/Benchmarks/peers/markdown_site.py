"""The pages of a corpus as one folder of Markdown, for generators that know no catalog."""

import re
import shutil
from pathlib import Path

from searching.pages import Entity, Page, read_entities

_PICTURE = re.compile(r"!\[([^\]]*)\]\([^)]*\)")


def write(folder: Path, pages: list[Page], entities: list[Entity]) -> None:
    """Writes every page and, so that page counts match, every entity as a page.

    Pictures are left out: their descriptions stay as text.
    """
    shutil.rmtree(folder, ignore_errors=True)
    for page in pages:
        target = folder / page.repository / page.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(_PICTURE.sub(r"\1", page.source))
    _write_others(folder, entities)


def copy(folder: Path, repositories: Path) -> None:
    """Copies the docs of every repository, with pictures, and writes every entity as a page."""
    shutil.rmtree(folder, ignore_errors=True)
    for docs in repositories.glob("*/docs"):
        shutil.copytree(docs, folder / docs.parent.name)
    _write_others(folder, read_entities(repositories))


def _write_others(folder: Path, entities: list[Entity]) -> None:
    """The pages of entities and the first page."""
    for entity in entities:
        target = folder / f"{entity.key}.md"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(_entity(entity))
    (folder / "index.md").write_text("# Benchmark\n\nThe first page.\n")


def _entity(entity: Entity) -> str:
    """What Callboard shows of an entity as prose, and its descriptor."""
    return f"# {entity.title}\n\n{entity.kind} {entity.name}\n\n```yaml\n{entity.source}```\n"
