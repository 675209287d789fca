"""Links to what lies outside of the repository."""

from __future__ import annotations

import os

from .repository import Repository, attack


@attack
def link_page(at: Repository) -> None:
    at.component()
    at.link("docs/secret.md", at.outside / "secret.md")


@attack
def link_relative(at: Repository) -> None:
    at.component()
    at.link("docs/secret.md", os.path.relpath(at.outside / "secret.md", at.folder / "docs"))


@attack
def link_chain(at: Repository) -> None:
    at.component()
    at.link("docs/a.md", "b.md")
    at.link("docs/b.md", "c.md")
    at.link("docs/c.md", at.outside / "secret.md")


@attack
def link_docs_folder(at: Repository) -> None:
    at.link("docs", at.outside / "docs")
    at.write("catalog-info.yaml", "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: {name: link-docs-folder, annotations: {backstage.io/techdocs-ref: 'dir:.'}}\nspec: {type: service, lifecycle: production, owner: nobody}\n")


@attack
def link_folder_in_docs(at: Repository) -> None:
    at.component()
    at.link("docs/inner", at.outside / "docs")


@attack
def link_descriptor(at: Repository) -> None:
    at.write("docs/index.md", "# Honest\n")
    at.link("catalog-info.yaml", at.outside / "secret.yaml")


@attack
def link_mkdocs(at: Repository) -> None:
    at.component()
    at.link("mkdocs.yml", at.outside / "secret.yaml")


@attack
def link_asset(at: Repository) -> None:
    at.component()
    at.link("docs/secret.png", at.outside / "secret.png")
    at.write("docs/index.md", "honest line\n\n![x](secret.png)\n")


@attack
def link_codeowners(at: Repository) -> None:
    at.component()
    at.link("CODEOWNERS", at.outside / "secret.txt")
    at.link(".github", at.outside)


@attack
def link_loop(at: Repository) -> None:
    at.component()
    at.link("docs/loop", ".")
    at.link("docs/self.md", "self.md")
    at.link("docs/proc.md", "/proc/self/environ")


@attack
def link_git_folder(at: Repository) -> None:
    at.component()
    at.link(".git", at.outside)


@attack
def link_hard_to_see(at: Repository) -> None:
    at.component()
    at.link("docs/x.md", "/proc/self/cwd/../../../../../.." + str(at.outside) + "/secret.md")
    at.link("docs/fd.md", "/dev/fd/0")
    at.link("docs/root", "/")
