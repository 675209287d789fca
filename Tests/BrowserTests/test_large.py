"""Docs of a thousand pages: no page of theirs grows with them."""

from __future__ import annotations

import re
import unittest
from pathlib import Path
from typing import ClassVar

from playwright.sync_api import expect

from harness import site as sites
from harness.case import PageTest

PAGES = 1_000
SECTIONS = 20
SHOWN = 200
"""Links of the tree that a page may have: more would cost every reader of every page."""

DESCRIPTOR = """\
apiVersion: backstage.io/v1alpha1
kind: Component
metadata: {name: manual, annotations: {backstage.io/techdocs-ref: 'dir:.'}}
spec: {type: library, lifecycle: production, owner: group:default/writers}
---
apiVersion: backstage.io/v1alpha1
kind: Group
metadata: {name: writers}
spec: {type: team, children: []}
"""


class LargeDocs(unittest.TestCase):
    built: ClassVar[Path]

    @classmethod
    def setUpClass(cls) -> None:
        files = {
            "site.yaml": "sources: [{path: repo}]\n",
            "repo/catalog-info.yaml": DESCRIPTOR,
            "repo/mkdocs.yml": "site_name: Manual\n",
            "repo/docs/index.md": "# Manual\n\nThe first page.\n",
        }
        # One half in sections, the other in one long list.
        for number in range(PAGES // 2):
            files[f"repo/docs/part-{number % SECTIONS:02}/page-{number:04}.md"] = f"# Nested {number}\n\nText.\n"
            files[f"repo/docs/flat/page-{number:04}.md"] = f"# Flat {number}\n\nText.\n"
        cls.built = sites.build_files(files, "large", PageTest.session.program)

    def test_every_page_has_a_part_of_the_tree(self) -> None:
        folder = self.built / "docs/default/component/manual"
        pages = sorted(folder.rglob("index.html"))
        self.assertGreater(len(pages), PAGES)
        for page in pages:
            html = page.read_text()
            count = len(re.findall(r'class="tree-link"', html))
            place = page.relative_to(folder)
            self.assertLessEqual(count, SHOWN + SECTIONS + 5, str(place))
            self.assertLess(len(html), 100_000, str(place))

    def test_the_open_page_is_in_its_tree(self) -> None:
        for path in ("flat/page-0250", "part-07/page-0007"):
            html = (self.built / "docs/default/component/manual" / path / "index.html").read_text()
            self.assertRegex(html, r'class="tree-link"[^>]* aria-current="page"')


class LargeCatalog(PageTest):
    """Of more entities than a page of the table has."""

    @classmethod
    def setUpClass(cls) -> None:
        entities = [
            f"apiVersion: backstage.io/v1alpha1\nkind: {kind}\nmetadata: {{name: {kind.lower()}-{number:03}}}\n"
            f"spec: {{type: {type_}, lifecycle: production, owner: writers}}\n"
            for kind, type_, count in (("Component", "library", 120), ("Resource", "database", 60))
            for number in range(count)
        ]
        files = {"site.yaml": "sources: [{path: repo}]\n", "repo/catalog-info.yaml": "---\n".join(entities)}
        cls.serve(sites.build_files(files, "large-catalog", PageTest.session.program))

    def test_rows_below_the_window_follow_those_in_it(self) -> None:
        page = self.open("catalog/")
        heading = page.locator("th[data-cb-column=name]")
        heading.get_by_role("button").click()
        components = [f"component-{number:03}" for number in range(120)]
        self._expect_names(components[:100])
        heading.get_by_role("button").click()
        resources = [f"resource-{number:03}" for number in reversed(range(60))]
        self._expect_names((resources + components[::-1])[:100])
        page.locator("[data-cb-picker=kind]").click()
        page.get_by_role("checkbox", name="Resource").check()
        self._expect_names(resources)
        page.get_by_role("checkbox", name="Resource").uncheck()
        self._expect_names((resources + components[::-1])[:100])
        page.locator("[data-cb-catalog-text]").fill("no such entity")
        expect(page.locator("tbody tr")).to_have_count(1)

    def _expect_names(self, names: list[str]) -> None:
        """Waits until the table has been filled with these entities, from its first row to its last."""
        body = self.page.locator("tbody")
        expect(body.locator("tr")).to_have_count(len(names))
        expect(body).to_have_attribute("aria-busy", "false")
        expect(body.locator(".cell-name bdi")).to_have_text(names)
