"""One visit to a page of every type, with everything that tests want to know of it."""

from __future__ import annotations

import gzip
import urllib.parse
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Page

from . import axe
from .server import SiteServer
from .session import Session
from .site import PageType, page_types
from .watch import Watch

NARROW = 320
"""Pixels: the width that WCAG 2.2 asks pages to do with (1.4.10)."""

VISITS = 3
"""Of each page for its time alone, each with an empty cache, for figures that a busy moment does not decide."""

PIECES = 8
"""In which a page comes that waits for all of them, as over a slow line."""

TAB_REST = 600
"""Milliseconds until a new tab has started."""

# Runs before the page's own scripts; shifts that follow a press are the reader's wish.
OBSERVER = """
window.cbShifts = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    if (entry.hadRecentInput) continue;
    const nodes = entry.sources.map(({ node }) => node?.className || node?.nodeName || "?");
    window.cbShifts.push({ value: entry.value, nodes: nodes.join(", ") });
  }
}).observe({ type: "layout-shift", buffered: true });
"""
"""Keeps the movements of the layout in `window.cbShifts`."""

# Whether everything that the page asked for has come, it has had the time to ask for more, and it is painted, which a busy
# machine gets to later still.
_IS_QUIET = """
() => {
  const [page] = performance.getEntriesByType("navigation");
  const ends = performance.getEntriesByType("resource").map((entry) => entry.responseEnd);
  const milestones = ["cb:ready", "first-contentful-paint"];
  if (milestones.some((name) => performance.getEntriesByName(name).length === 0)) return false;
  return page.loadEventEnd > 0 && performance.now() - Math.max(page.loadEventEnd, ...ends) > 150;
}
"""

_MEASURES = """
() => {
  const [page] = performance.getEntriesByType("navigation");
  return {
    shifts: window.cbShifts ?? [],
    resources: performance.getEntriesByType("resource").map((entry) => entry.name),
    interactive: Math.max(
      performance.getEntriesByName("first-contentful-paint")[0].startTime,
      performance.getEntriesByName("cb:ready")[0].startTime,
    ),
  };
}
"""

LAY_OUT_ALL = """
() => {
  const all = new CSSStyleSheet();
  all.replaceSync("* { content-visibility: visible !important; }");
  document.adoptedStyleSheets.push(all);
}
"""
"""Has the browser lay out at once what it lays out when a reader comes near it, for whoever judges the whole page."""

OVERFLOW = f"() => {{ ({LAY_OUT_ALL})();" + """
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const isClipped = (node) => {
    for (let box = node.parentElement; box && box !== document.body; box = box.parentElement) {
      if (getComputedStyle(box).overflowX !== "visible") return true;
    }
    return false;
  };
  const wide = [...document.querySelectorAll("body *")].filter((node) =>
    node.getBoundingClientRect().right > clientWidth + 1 && !isClipped(node));
  return wide.map((node) => node.outerHTML.slice(0, 120)).slice(0, 3).concat(`${scrollWidth} px wide`);
}
"""
"""Gives what makes a page scroll sideways; an empty list if nothing does."""


@dataclass
class Visit:
    """What was seen at one page; lists are empty where nothing was found."""

    kind: PageType
    complaints: list[str] = field(default_factory=list)
    """As `Watch` has them."""
    shifts: list[str] = field(default_factory=list)
    """Movements of the layout after it was first painted."""
    sizes: dict[str, int] = field(default_factory=dict)
    """Bytes of the page, its styles and its scripts, each compressed as hosts do it, by extension."""
    interactive: list[float] = field(default_factory=list)
    """Milliseconds from the navigation until the page is painted and its controls answer, of each visit."""
    overflow: list[str] = field(default_factory=list)
    """What makes the page scroll sideways at the narrow width."""
    violations: dict[str, list[str]] = field(default_factory=dict)
    """Of axe's rules, by scheme; no scheme without axe."""

    @property
    def size(self) -> int:
        return sum(self.sizes.values())


class Sweep:
    """Visits all page types of a session's site when it is made."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._axe = axe.source()
        self._sizes: dict[str, int] = {}
        # Pages that are painted when all of them has come stand however slowly they come.
        self._slow = SiteServer(session.site, pieces=PIECES)
        self.visits = [self._visit(kind) for kind in page_types(session.site)]
        # On a busy machine other pages are painted before their end has come, which may move them. What is the page's own
        # doing moves at every visit.
        for visit in self.visits:
            for _ in range(0 if self._waits(visit.kind) else 2):
                if visit.shifts:
                    visit.shifts = self._visit(visit.kind).shifts
            while len(visit.interactive) < VISITS:
                visit.interactive.append(self._measure(visit.kind))
        self._slow.close()

    def _waits(self, kind: PageType) -> bool:
        """Whether a page asks to be painted when all of it has come."""
        file = self._session.site / kind.path
        file = file / "index.html" if file.is_dir() else file
        return b'<link rel="expect" href="#cb:end" blocking="render">' in file.read_bytes()

    def _visit(self, kind: PageType) -> Visit:
        visit = Visit(kind)
        # With an empty cache, as on the first visit of all.
        context = self._session.context()
        context.add_init_script(OBSERVER)
        server = self._slow if self._waits(kind) else self._session.server
        watch = Watch(context, server.origin)
        page = context.new_page()
        page.goto(server.root + kind.path)
        page.wait_for_function(_IS_QUIET)
        measured = page.evaluate(_MEASURES)
        visit.shifts = [f"{shift['value']:.4f} by {shift['nodes']}" for shift in measured["shifts"]]
        visit.sizes = self._weigh([page.url, *measured["resources"]])
        page.evaluate(LAY_OUT_ALL)
        if self._axe:
            self._judge(page, visit)
        page.emulate_media(color_scheme="light", contrast="no-preference", forced_colors="none")
        page.set_viewport_size({"width": NARROW, "height": 640})
        visit.overflow = page.evaluate(OVERFLOW)
        visit.complaints = watch.complaints
        context.close()
        return visit

    def _measure(self, kind: PageType) -> float:
        """Opens a page for the time alone that it takes: nothing asks the page for anything before it has loaded."""
        context = self._session.context()
        page = context.new_page()
        # A new tab starts a process, which is the browser's own time.
        page.wait_for_timeout(TAB_REST)
        page.goto(self._session.server.root + kind.path, wait_until="load")
        page.wait_for_function(_IS_QUIET, polling=100)
        measured = page.evaluate(_MEASURES)
        context.close()
        return measured["interactive"]

    def _judge(self, page: Page, visit: Visit) -> None:
        """Only colours depend on the scheme, so the others of axe's rules apply once."""
        assert self._axe is not None
        visit.violations["light"] = axe.violations(page, self._axe)
        page.emulate_media(color_scheme="dark")
        visit.violations["dark"] = axe.violations(page, self._axe, ["color-contrast"])
        page.emulate_media(contrast="more")
        visit.violations["high contrast, dark"] = axe.violations(page, self._axe, ["color-contrast"])
        page.emulate_media(color_scheme="light")
        visit.violations["high contrast, light"] = axe.violations(page, self._axe, ["color-contrast"])

    def _weigh(self, addresses: list[str]) -> dict[str, int]:
        sizes = {".html": 0, ".css": 0, ".js": 0}
        for address in dict.fromkeys(addresses):
            path = urllib.parse.unquote(urllib.parse.urlsplit(address).path).lstrip("/")
            file = self._session.site / path
            if file.is_dir():
                file /= "index.html"
            if file.suffix in sizes and file.is_file():
                sizes[file.suffix] += self._compressed(file)
        return sizes

    def _compressed(self, file: Path) -> int:
        name = str(file)
        if name not in self._sizes:
            self._sizes[name] = len(gzip.compress(file.read_bytes(), 6))
        return self._sizes[name]
