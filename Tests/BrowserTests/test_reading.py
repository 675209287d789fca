"""Reading as people do it: with tabs, in the dark, on paper, and without any script."""

from playwright.sync_api import expect

from harness.case import PageTest

TABS = "docs/default/system/passenger-booking/guides/calling-the-api/"
PICTURE = "docs/default/system/passenger-booking/runbooks/hold-backlog/"


class Tabs(PageTest):
    def test_arrow_keys_change_the_tab_and_its_panel(self) -> None:
        page = self.open(TABS)
        tabs = page.get_by_role("tablist").first.get_by_role("tab")
        expect(tabs.first).to_have_attribute("aria-selected", "true")
        tabs.first.focus()
        page.keyboard.press("ArrowRight")
        expect(tabs.nth(1)).to_be_focused()
        expect(tabs.nth(1)).to_have_attribute("aria-selected", "true")
        panel = page.locator(f"[id='{tabs.nth(1).get_attribute('aria-controls')}']")
        expect(panel).to_be_visible()

    def test_choice_is_kept_for_other_visits(self) -> None:
        page = self.open(TABS)
        tab = page.get_by_role("tablist").first.get_by_role("tab").nth(1)
        tab.click()
        page.reload()
        expect(page.get_by_role("tablist").first.get_by_role("tab").nth(1)).to_have_attribute(
            "aria-selected", "true"
        )


class ColourScheme(PageTest):
    def test_switch_holds_on_the_next_page_before_anything_is_painted(self) -> None:
        page = self.open()
        self._choose("dark")
        dark = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
        # Modules run when the page is parsed; what is set before them cannot flash.
        self.context.add_init_script(
            "document.addEventListener('readystatechange', () => { window.cbScheme ??= document.documentElement.dataset.theme })"
        )
        self.open("catalog/")
        self.assertEqual(page.evaluate("window.cbScheme"), "dark")
        self.assertEqual(page.evaluate("getComputedStyle(document.documentElement).backgroundColor"), dark)

    def test_system_decides_where_the_reader_does_not(self) -> None:
        page = self.open()
        light = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
        page.emulate_media(color_scheme="dark")
        page.wait_for_function(
            "(light) => getComputedStyle(document.documentElement).backgroundColor !== light", arg=light
        )

    def _choose(self, scheme: str) -> None:
        switch = self.page.locator("[data-cb-theme-switch]")
        for _ in range(6):
            if self.page.evaluate("document.documentElement.dataset.theme") == scheme:
                return
            switch.click()
        self.fail(f"the switch never came to {scheme}")


class Print(PageTest):
    def test_paper_gets_the_text_alone_with_all_tabs(self) -> None:
        page = self.open(TABS)
        expect(page.get_by_role("tablist").first).to_be_visible()
        page.emulate_media(media="print", color_scheme="dark")
        for region in ("banner", "contentinfo"):
            expect(page.get_by_role(region)).to_have_count(0)
        expect(page.get_by_role("article")).to_be_visible()
        for panel in page.locator(".tabbed-block").all():
            expect(panel).to_be_visible()
        lightness = page.evaluate(
            "getComputedStyle(document.documentElement).backgroundColor.match(/[0-9.]+/g).slice(0, 3).map(Number)"
        )
        self.assertTrue(all(part in (0, 255) or part > 0.9 for part in lightness), lightness)
        self.assertGreater(len(page.pdf()), 10_000)


class Lightbox(PageTest):
    # A picture is enlarged where it is shown smaller than it is.
    options = {"viewport": {"width": 390, "height": 800}}

    def test_keyboard_opens_a_picture_and_escape_gives_the_focus_back(self) -> None:
        page = self.open(PICTURE)
        button = page.get_by_role("article").locator("button:has(img)")
        button.focus()
        page.keyboard.press("Enter")
        dialog = page.get_by_role("dialog")
        expect(dialog).to_be_visible()
        name = button.locator("img").get_attribute("alt")
        expect(dialog).to_have_accessible_name(name or "")
        picture = dialog.locator("img")
        expect(picture).to_have_js_property("complete", True)
        self.assertGreater(picture.evaluate("(image) => image.naturalWidth"), 390)
        # The focus stays in the dialog.
        for _ in range(6):
            page.keyboard.press("Tab")
            self.assertTrue(page.evaluate("document.activeElement === document.body || !!document.activeElement.closest('dialog')"))
        page.keyboard.press("Escape")
        expect(dialog).to_have_count(0)
        expect(button).to_be_focused()

    def test_press_on_the_button_closes_the_picture(self) -> None:
        page = self.open(PICTURE)
        button = page.get_by_role("article").locator("button:has(img)")
        button.click()
        dialog = page.get_by_role("dialog")
        dialog.get_by_role("button").click()
        expect(dialog).to_have_count(0)
        expect(button).to_be_focused()


class WithoutScripts(PageTest):
    options = {"java_script_enabled": False}

    def test_docs_are_complete(self) -> None:
        page = self.open(TABS)
        for panel in page.locator(".tabbed-block").all():
            self.assertGreater(len(panel.text_content() or ""), 20)
        expect(page.get_by_role("article").locator("pre").first).to_be_visible()
        expect(page.locator("[data-cb-tree] a").first).to_be_visible()
        self._expect_no_dead_controls()

    def test_catalog_lists_and_leads_on(self) -> None:
        page = self.open("catalog/")
        expect(page.locator("tbody .cell-name").first).to_be_visible()
        self._expect_no_dead_controls()
        page.locator(".pagination [rel=next]").click()
        self.expect_path("catalog/-/2/")

    def test_search_leads_to_the_list_of_titles(self) -> None:
        page = self.open()
        page.get_by_role("banner").locator("a.search-button").click()
        self.expect_path("search/")
        page.get_by_role("main").locator("a[href*='titles/']").first.click()
        page.wait_for_url(lambda url: "search/titles/" in url)
        self._expect_no_dead_controls()

    def test_graph_of_an_entity_is_drawn(self) -> None:
        page = self.open("catalog/default/component/ledger-service/")
        expect(page.get_by_role("main").locator("svg a").first).to_be_visible()
        self._expect_no_dead_controls()

    def _expect_no_dead_controls(self) -> None:
        for control in self.page.locator(".needs-js").all():
            expect(control).not_to_be_visible()
