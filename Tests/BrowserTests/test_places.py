"""Where the portal stands: below a path of its host, at addresses that are gone, and right to left."""

from playwright.sync_api import expect

from harness import axe, small
from harness.case import PageTest
from harness.sweep import OVERFLOW


_ENDS_RIGHT_OF_ITS_START = """
(node) => {
  const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  let text = texts.nextNode();
  while (text.data.trim() === "") text = texts.nextNode();
  const left = (place) => {
    const range = document.createRange();
    range.setStart(text, place);
    range.setEnd(text, place + 1);
    return range.getBoundingClientRect().left;
  };
  return left(text.data.trimEnd().length - 1) > left(0);
}
"""


class BelowAPath(PageTest):
    """The example, which knows another address."""

    @classmethod
    def setUpClass(cls) -> None:
        cls.serve(cls.session.site, "/some/base/")

    def test_links_and_search_stay_below_it(self) -> None:
        page = self.open()
        page.get_by_role("banner").get_by_role("link", name="Docs", exact=True).click()
        self.expect_path("docs/")
        page.keyboard.press("/")
        page.keyboard.type("ledger service")
        expect(page.get_by_role("listbox").get_by_role("option").first).to_contain_text("Ledger")
        page.keyboard.press("Enter")
        page.wait_for_url(lambda url: "ledger" in url)
        self.assertTrue(page.url.startswith(self.host.root))

    def test_catalog_filters_and_graph_find_their_data(self) -> None:
        page = self.open("catalog/?q=ledger")
        expect(page.locator("tbody .cell-name").first).to_contain_text("edger")
        self.open("catalog/-/graph/?root=component:default/ledger-service")
        expect(page.locator("main svg a, main svg [role=button], main svg g").first).to_be_visible()


class MissingAddress(PageTest):
    @classmethod
    def setUpClass(cls) -> None:
        cls.serve(small.build(cls.session.program, "small", is_offline=False), small.BASE)

    def test_page_of_missing_addresses_has_its_style_and_leads_on_from_any_depth(self) -> None:
        page = self.open("docs/gone/and/far/away/")
        self.watch.forgive("404")
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        padding = page.evaluate("getComputedStyle(document.querySelector('header')).position")
        self.assertEqual(padding, "sticky")
        page.get_by_role("main").locator("a[href$='docs/']").first.click()
        self.expect_path("docs/")

    def test_redirect_leads_on_and_keeps_the_fragment(self) -> None:
        page = self.open("old/place/#part")
        page.wait_for_url(self.host.root + "docs/default/component/shop/guide/#part")


class RightToLeft(PageTest):
    @classmethod
    def setUpClass(cls) -> None:
        cls.serve(small.build(cls.session.program, "small", is_offline=False), small.BASE)

    def test_page_is_mirrored(self) -> None:
        page = self.open("docs/default/component/shop/")
        self.assertEqual(page.evaluate("document.dir"), "rtl")
        main = page.get_by_role("main").bounding_box()
        sidebar = page.locator(".sidebar").bounding_box()
        assert main and sidebar
        self.assertGreaterEqual(sidebar["x"], main["x"] + main["width"] - 1)

    def test_titles_of_other_directions_keep_their_signs_in_place(self) -> None:
        page = self.open("docs/default/component/shop/notes/")
        for place in (".tree-link[aria-current]", "h1"):
            with self.subTest(place=place):
                self.assertTrue(page.locator(place).first.evaluate(_ENDS_RIGHT_OF_ITS_START), place)

    def test_arrow_keys_follow_the_direction(self) -> None:
        page = self.open("docs/default/component/shop/")
        tabs = page.get_by_role("tablist").first.get_by_role("tab")
        tabs.first.focus()
        page.keyboard.press("ArrowLeft")
        expect(tabs.nth(1)).to_be_focused()

    def test_pages_fit_a_narrow_screen(self) -> None:
        self.page.set_viewport_size({"width": 320, "height": 640})
        for path in ("", "catalog/", "docs/default/component/shop/guide/", "catalog/default/component/shop/"):
            with self.subTest(path=path):
                self.assertEqual(self.open(path).evaluate(OVERFLOW), [])

    def test_axe_finds_no_violation(self) -> None:
        script = axe.source()
        if script is None:
            self.skipTest("axe-playwright-python is not installed")
        for path in ("", "docs/default/component/shop/guide/"):
            with self.subTest(path=path):
                self.assertEqual(axe.violations(self.open(path), script), [])
