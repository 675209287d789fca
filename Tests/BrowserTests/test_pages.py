"""What holds of every page: nothing to complain of, no movement, few bytes, and accessible to all."""

import statistics
import unittest
from typing import ClassVar

from harness.case import PageTest
from harness.sweep import Sweep, Visit

BUDGET = 60_000
"""Bytes of HTML, styles and scripts, compressed, until a page stands as it should."""


class EveryPageType(unittest.TestCase):
    visits: ClassVar[list[Visit]]

    @classmethod
    def setUpClass(cls) -> None:
        cls.visits = Sweep(PageTest.session).visits

    def test_site_has_page_types(self) -> None:
        names = {visit.kind.name.partition(" ")[0] for visit in self.visits}
        self.assertLessEqual({"home", "kind", "entity", "docs", "search", "not-found"}, names)

    def test_pages_load_without_complaint(self) -> None:
        """No message of the console, no violation of the policy, no other host, nothing missing."""
        self._expect_none({visit.kind.name: visit.complaints for visit in self.visits})

    def test_layout_stands_from_the_first_paint_on(self) -> None:
        self._expect_none({visit.kind.name: visit.shifts for visit in self.visits})

    def test_pages_fit_a_narrow_screen(self) -> None:
        self._expect_none({visit.kind.name: visit.overflow for visit in self.visits})

    def test_axe_finds_no_violation(self) -> None:
        if not any(visit.violations for visit in self.visits):
            self.skipTest("axe-playwright-python is not installed")
        self._expect_none(
            {
                f"{visit.kind.name}, {scheme}": found
                for visit in self.visits
                for scheme, found in visit.violations.items()
            }
        )

    def test_first_view_stays_below_its_budget(self) -> None:
        print("\nbytes gz     html    css     js   interactive: median, worst  page type")
        for visit in sorted(self.visits, key=lambda visit: -visit.size):
            html, css, js = visit.sizes.values()
            print(
                f"{visit.size:8} {html:8} {css:6} {js:6} {statistics.median(visit.interactive):15.0f} ms"
                f" {max(visit.interactive):6.0f} ms  {visit.kind.name}"
            )
        # Painted, and every control that a page starts with answers; printed only, since it is the machine's as well.
        times = [time for visit in self.visits for time in visit.interactive]
        slowest = max(self.visits, key=lambda visit: statistics.median(visit.interactive))
        print(
            f"interactive after {statistics.median(times):.0f} ms (median of {len(times)} visits with an empty cache);"
            f" {slowest.kind.name} is the slowest with {statistics.median(slowest.interactive):.0f} ms,"
            f" the worst visit took {max(times):.0f} ms"
        )
        self._expect_none(
            {
                visit.kind.name: [f"{visit.size} bytes"] if visit.size > BUDGET else []
                for visit in self.visits
            }
        )

    def _expect_none(self, found: dict[str, list[str]]) -> None:
        lines = [f"{name}: {line}" for name, lines in found.items() for line in lines]
        self.assertFalse(lines, "\n" + "\n".join(lines))
