"""One browser and the servers of the sites, for all tests of a run."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Playwright, sync_playwright

from .server import SiteServer

PATIENCE = 20_000
"""Milliseconds to wait for what a page should do; a busy machine needs some."""


def chromium() -> str | None:
    """The system's program; None where there is none."""
    names = ("chromium", "chromium-browser", "google-chrome")
    return next(filter(None, map(shutil.which, names)), None)


class Session:
    """Holds what is slow to start. Ends with `close`."""

    def __init__(self, site: Path, program: Path, executable: str) -> None:
        self.site = site
        """The built example."""
        self.program = program
        """The `callboard` that builds further sites."""
        self.server = SiteServer(site)
        self._playwright: Playwright = sync_playwright().start()
        self._browser: Browser = self._playwright.chromium.launch(
            executable_path=executable,
            args=[
                # The sandbox does not run for root, and the only pages are those of the tests.
                "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                # What a page asks of other hosts is a finding and must not depend on the network.
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
            ],
        )

    def context(self, **options: Any) -> BrowserContext:
        """A fresh profile; `options` are those of Playwright's `new_context`."""
        # A machine's own wishes for colours must not decide what is tested.
        plain = {
            "viewport": {"width": 1440, "height": 900},
            "color_scheme": "light",
            "locale": "en-GB",
            "timezone_id": "UTC",
        }
        context = self._browser.new_context(**{**plain, **options})
        context.set_default_timeout(PATIENCE)
        return context

    def close(self) -> None:
        self._browser.close()
        self._playwright.stop()
        self.server.close()
