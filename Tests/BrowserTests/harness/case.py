"""The class of every browser test."""

from __future__ import annotations

import unittest
from pathlib import Path
from typing import Any, ClassVar

from playwright.sync_api import BrowserContext, Locator, Page, expect

from .server import SiteServer
from .session import PATIENCE, Session
from .watch import Watch

expect.set_options(timeout=PATIENCE)


class PageTest(unittest.TestCase):
    """Has one page of a fresh profile, open at nothing yet.

    A page that complains (see `Watch`) fails every test. Tests wait for what they expect, never for
    time to pass.
    """

    session: ClassVar[Session]
    """Of the run; set before the first test."""
    server: ClassVar[SiteServer | None] = None
    """Of another site than the example, which a class starts with `serve`."""
    options: ClassVar[dict[str, Any]] = {}
    """Of Playwright's `new_context`, such as `{"viewport": {"width": 320, "height": 640}}`."""

    context: BrowserContext
    page: Page
    watch: Watch

    @classmethod
    def serve(cls, site: Path, base: str = "/") -> None:
        """Has the class's tests use another site, or the same one elsewhere on its host; for `setUpClass`."""
        cls.server = SiteServer(site, base)
        cls.addClassCleanup(cls.server.close)

    @property
    def host(self) -> SiteServer:
        return self.server or self.session.server

    def setUp(self) -> None:
        self.context = self.session.context(**self.options)
        self.addCleanup(self.context.close)
        self.watch = Watch(
            self.context,
            self.host.origin,
            runs_scripts=self.options.get("java_script_enabled", True),
        )
        self.page = self.context.new_page()

    def tearDown(self) -> None:
        self.assertEqual(self.watch.complaints, [])

    def open(self, path: str = "") -> Page:
        """Goes to a page by its path below the site's root, and lets its scripts run."""
        self.page.goto(self.host.root + path)
        return self.page

    def expect_path(self, path: str) -> None:
        """Waits until the address of the page is that path below the root, whatever follows."""
        root = self.host.root
        self.page.wait_for_url(lambda url: url.partition("?")[0].partition("#")[0] == root + path)

    def focused(self) -> Locator:
        return self.page.locator("*:focus")

    def keep_screenshot(self, folder: Path) -> None:
        """Leaves a picture of the page as a failed test left it, if there is one."""
        folder.mkdir(parents=True, exist_ok=True)
        try:
            self.page.screenshot(path=folder / f"{self.id().rpartition('.')[2]}.png", timeout=5_000)
        except Exception as error:  # noqa: BLE001 - the failure of the test is what counts
            print(f"There is no screenshot of {self.id()}: {error}")
