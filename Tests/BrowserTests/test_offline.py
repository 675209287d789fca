"""Reading without a network, where the operator wants that."""

import shutil
from pathlib import Path

from playwright.sync_api import expect

from harness import small
from harness.case import PageTest
from harness.site import WORK

_IS_ACTIVE = "() => navigator.serviceWorker.controller !== null"
_HAS_KEPT = "async (path) => (await caches.match(path)) !== undefined"
_PAGE = "docs/default/component/shop/guide/"


class Offline(PageTest):
    @classmethod
    def setUpClass(cls) -> None:
        cls.site = WORK / "offline-served"
        cls.serve(cls.site, small.BASE)

    site: Path

    def setUp(self) -> None:
        super().setUp()
        self._publish(is_offline=True)

    def test_pages_that_were_read_are_there_without_a_network(self) -> None:
        self._read()
        page = self.page
        self.context.set_offline(True)
        self.open(_PAGE)
        expect(page.get_by_role("article")).to_contain_text("make bread")
        position = page.evaluate("getComputedStyle(document.querySelector('header')).position")
        self.assertEqual(position, "sticky", "the style is there, too")
        self.open("about/")
        expect(page.locator("body")).to_contain_text("not read before")
        self.watch.forgive("503")
        self.watch.forgive("ERR_INTERNET_DISCONNECTED")

    def test_site_that_no_longer_wants_it_clears_all_away(self) -> None:
        self._read()
        self._publish(is_offline=False)
        # What was kept is shown once more, and renewed meanwhile.
        page = self.open(_PAGE)
        page.wait_for_function(
            "async (path) => { const kept = await caches.match(path);"
            " return !kept || !(await kept.text()).includes('data-cb-offline'); }",
            arg=page.url,
        )
        self.open(_PAGE)
        page.wait_for_function("async () => (await caches.keys()).length === 0")
        page.wait_for_function("async () => (await navigator.serviceWorker.getRegistrations()).length === 0")

    def _read(self) -> None:
        """Opens a page until the worker has it."""
        page = self.open()
        page.wait_for_function(_IS_ACTIVE)
        self.open(_PAGE)
        page.wait_for_function(_HAS_KEPT, arg=page.url)

    def _publish(self, is_offline: bool) -> None:
        name = "offline" if is_offline else "small"
        built = small.build(self.session.program, name, is_offline)
        shutil.rmtree(self.site, ignore_errors=True)
        shutil.copytree(built, self.site)
