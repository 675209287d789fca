"""Real repositories, gathered into a corpus: their Markdown, with a descriptor made for each."""

import re
import shutil
from pathlib import Path


def gathered(source: Path, folder: Path) -> None:
    """Copies the docs of every repository below a folder; what was in the corpus goes.

    - source: has one folder a repository, with Markdown anywhere below its `docs`.
    """
    shutil.rmtree(folder, ignore_errors=True)
    for repository in sorted(path for path in source.iterdir() if path.is_dir()):
        name = re.sub(r"[^a-z0-9]+", "-", repository.name.lower()).strip("-")
        target = folder / "repos" / name
        for file in sorted((repository / "docs").rglob("*.md")):
            copy = target / "docs" / file.relative_to(repository / "docs")
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(file.read_bytes())
        if not target.exists():
            continue
        (target / "mkdocs.yml").write_text(f"site_name: {name}\nplugins: [techdocs-core]\n")
        (target / "catalog-info.yaml").write_text(
            "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n"
            f"  name: {name}\n  annotations:\n    backstage.io/techdocs-ref: dir:.\n"
            "spec:\n  type: service\n  lifecycle: production\n  owner: authors\n"
        )
    (folder / "site.yaml").write_text("site: {title: Benchmark}\nsources:\n  - path: repos/*\n")


def unsearched(corpus: Path, folder: Path) -> Path:
    """A copy of a corpus all of whose pages are kept out of the search; gives its folder."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(corpus, folder)
    for page in folder.glob("repos/*/docs/**/*.md"):
        text = page.read_text()
        rest = text.removeprefix("---\n")
        end = "" if rest != text else "---\n\n"
        page.write_text(f"---\nsearch: {{exclude: true}}\n{end}{rest}")
    return folder
