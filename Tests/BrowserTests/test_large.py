"""Docs of a thousand pages: no page of theirs grows with them."""

from __future__ import annotations

import re
import unittest
from pathlib import Path
from typing import ClassVar

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
