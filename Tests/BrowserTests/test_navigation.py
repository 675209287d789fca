"""Moving through the portal by pointer and by keyboard, on wide and on narrow screens."""

import re

from playwright.sync_api import expect

from harness.case import PageTest


class Navigation(PageTest):
    def test_header_leads_to_the_catalog_and_marks_it(self) -> None:
        page = self.open()
        page.get_by_role("banner").get_by_role("link", name="Catalog", exact=True).click()
        self.expect_path("catalog/")
        current = page.get_by_role("banner").locator("a[aria-current]")
        expect(current.filter(has_text="Catalog")).to_have_count(1)

    def test_first_tab_stop_skips_to_the_content(self) -> None:
        page = self.open("docs/")
        page.keyboard.press("Tab")
        expect(self.focused()).to_have_attribute("href", "#cb:main")
        page.keyboard.press("Enter")
        expect(page.get_by_role("main")).to_be_focused()

    def test_keyboard_alone_opens_a_page_of_the_docs(self) -> None:
        page = self.open("docs/default/system/callboard/")
        link = page.locator("[data-cb-tree] a[href*='changelog']:visible").first
        link.focus()
        page.keyboard.press("Enter")
        page.wait_for_url(lambda url: not url.endswith("/callboard/"))
        expect(page.locator("[data-cb-tree] [aria-current]")).to_be_visible()

    def test_previous_page_leads_back_from_the_next(self) -> None:
        page = self.open("docs/default/system/callboard/guide/first-site/")
        start = page.url
        page.locator("a[rel=next]").click()
        page.wait_for_url(lambda url: url != start)
        page.locator("a[rel=prev]").click()
        page.wait_for_url(start)

    def test_breadcrumb_leads_up(self) -> None:
        page = self.open("docs/default/system/callboard/guide/first-site/")
        page.get_by_role("navigation", name="Breadcrumb").get_by_role("link").first.click()
        self.expect_path("docs/")

    def test_contents_lead_to_a_heading_and_mark_it(self) -> None:
        page = self.open("docs/default/system/callboard/guide/techdocs/")
        link = page.locator("[data-cb-spy] a").nth(2)
        link.click()
        fragment = page.evaluate("location.hash")
        heading = page.locator(f"[id='{fragment.removeprefix('#')}']")
        expect(heading).to_be_in_viewport()
        expect(link).to_have_attribute("aria-current", "true")

    def test_back_returns_to_where_the_reader_was(self) -> None:
        page = self.open("docs/default/system/callboard/guide/techdocs/")
        link = page.get_by_role("article").locator("a[href^='../']:visible").last
        link.scroll_into_view_if_needed()
        before = page.evaluate("scrollY")
        self.assertGreater(before, 0)
        link.click()
        page.wait_for_url(re.compile(r"(?<!guide/techdocs/)$"))
        page.go_back()
        page.wait_for_function("(y) => Math.abs(scrollY - y) < 80", arg=before)


class NarrowNavigation(PageTest):
    options = {"viewport": {"width": 390, "height": 800}, "has_touch": True}

    def test_drawer_opens_leads_on_and_closes(self) -> None:
        page = self.open()
        drawer = page.locator(".sidebar[popover]")
        expect(drawer).not_to_be_visible()
        page.get_by_role("banner").locator("button[commandfor]").first.tap()
        expect(drawer).to_be_visible()
        drawer.get_by_role("link", name="Docs", exact=True).tap()
        self.expect_path("docs/")
        expect(page.locator(".sidebar[popover]")).not_to_be_visible()

    def test_escape_closes_the_drawer_and_gives_the_focus_back(self) -> None:
        page = self.open("docs/default/system/callboard/")
        button = page.get_by_role("banner").locator("button[commandfor]").first
        button.focus()
        page.keyboard.press("Enter")
        expect(page.locator(".sidebar[popover]")).to_be_visible()
        page.keyboard.press("Escape")
        expect(page.locator(".sidebar[popover]")).not_to_be_visible()
        expect(button).to_be_focused()
