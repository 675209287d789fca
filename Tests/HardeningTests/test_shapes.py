"""Pages that cost more than they should: each costs itself only, and a bounded time."""

from __future__ import annotations

import os
import re
import unittest

from corpora import pathological
from judging import counts, program, sites

SIZES = [int(size) for size in os.environ.get("CALLBOARD_HARDENING_SIZES", "10000").split(",")]
"""Of pages, in bytes; `run.py --long` has all three."""

SECONDS_PER_PAGE = 20
"""On a busy machine, with the debug build: four times the processor time that a page may take."""


class ShapeTests(unittest.TestCase):
    def test_no_shape_stops_a_build(self) -> None:
        self.assertGreaterEqual(pathological.COUNT, 100)
        for size in SIZES:
            with self.subTest(size=size), program.Place() as place:
                before = sites.baseline(place)
                sites.add(place, {"shapes": {
                    "catalog-info.yaml": sites.component("shapes", owner="nobody").encode(),
                    "docs/index.md": b"# Shapes\n",
                    **{f"docs/{name}.md": pathological.page(name, size) for name in pathological.families()},
                }})
                build = place.build(patience=SECONDS_PER_PAGE * pathological.COUNT)
                self.assertIn(build.code, (0, 1), build.text[-2_000:])
                self.assertEqual(sites.changed(before.output, build.output), [])
                self.assertNotIn("markdown-render-failed", build.ids, "a worker has died")
                for name in pathological.families():
                    page = build.output / f"docs/default/component/shapes/{name}/index.html"
                    self.assertTrue(page.exists(), name)
                slow = re.findall(r"\[markdown-time-limit\]\n\s*--> shapes:docs/([^:]+)\.md", build.text)
                refused = len(re.findall(r"\[markdown-[a-z]+-limit\]", build.text))
                counts.tell(f"{pathological.COUNT} shapes of {size} bytes: {refused} refused, {len(slow)} stopped after their time: {slow}")
                # 2 MiB of Markdown are allowed, so shapes of 1 MB are read; the limit of time is for what no scan foresees.
                self.assertLessEqual(len(slow), 3, slow)
