"""What readers choose, the keys they press, and what helps them on the way."""

import re

from playwright.sync_api import Page, expect

from harness.case import PageTest
from harness.sweep import OBSERVER


def open_settings(test: PageTest) -> Page:
    """The page of settings, whose script has put the field for the reader's name there and answers."""
    page = test.open("settings/")
    expect(page.locator(".picker-identity")).to_be_visible()
    return page


class Settings(PageTest):
    def test_keeps_high_contrast_for_the_next_page(self) -> None:
        page = open_settings(self)
        page.get_by_role("group", name="Contrast").get_by_role("button", name="High").click()
        expect(page.locator("html")).to_have_attribute("data-contrast", "more")
        self.open("catalog/")
        expect(page.locator("html")).to_have_attribute("data-contrast", "more")

    def test_marks_what_is_chosen(self) -> None:
        page = open_settings(self)
        compact = page.get_by_role("button", name="Compact")
        expect(compact).to_have_attribute("aria-pressed", "false")
        compact.click()
        expect(compact).to_have_attribute("aria-pressed", "true")

    def test_knows_the_reader_on_the_home_page(self) -> None:
        page = open_settings(self)
        page.get_by_role("searchbox", name="Who you are").fill("a")
        choice = page.locator("[data-cb-identity] .picker-option").first
        name = choice.inner_text()
        choice.click()
        expect(page.get_by_text(re.compile("^You are "))).to_be_visible()
        self.open()
        expect(page.locator("[data-cb-mine-list=teams] li").first).to_be_visible()
        self.assertNotEqual(name, "")

    def test_forgets_everything_on_request(self) -> None:
        page = open_settings(self)
        page.get_by_role("button", name="Dark").click()
        page.get_by_role("button", name="Forget all settings").click()
        expect(page.locator("html:not([data-theme])")).to_have_count(1)


    def test_high_contrast_of_the_reader_looks_like_that_of_the_system(self) -> None:
        colours = """() => {
          const style = getComputedStyle(document.documentElement);
          return ["--cb-bg", "--cb-text-muted", "--cb-border", "--cb-token-keyword"].map((name) => style.getPropertyValue(name));
        }"""
        page = self.open("about/")
        normal = page.evaluate(colours)
        page.emulate_media(contrast="more")
        of_system = page.evaluate(colours)
        self.assertNotEqual(normal, of_system)
        page.emulate_media(contrast="no-preference")
        page.evaluate("document.documentElement.dataset.contrast = 'more'")
        self.assertEqual(page.evaluate(colours), of_system)


class Keys(PageTest):
    def test_question_mark_lists_the_keys(self) -> None:
        page = self.open("catalog/")
        page.keyboard.press("?")
        dialog = page.get_by_role("dialog", name="Keyboard shortcuts")
        expect(dialog).to_be_visible()
        page.keyboard.press("Escape")
        expect(dialog).to_have_count(0)

    def test_two_keys_lead_to_a_part_of_the_portal(self) -> None:
        page = self.open("catalog/")
        page.keyboard.press("g")
        page.keyboard.press("d")
        self.expect_path("docs/")

    def test_what_is_typed_before_search_is_there_is_searched_for(self) -> None:
        page = self.open("catalog/")
        page.keyboard.press("/")
        page.keyboard.type("book")
        expect(page.get_by_role("combobox")).to_have_value("book")

    def test_single_keys_can_be_turned_off(self) -> None:
        page = open_settings(self)
        page.get_by_role("group", name="Single-key shortcuts").get_by_role("button", name="Off").click()
        page.locator("h1").click()
        page.keyboard.press("?")
        expect(page.get_by_role("dialog")).to_have_count(0)


class Help(PageTest):
    def test_a_link_to_an_entity_has_a_preview_that_escape_puts_away(self) -> None:
        page = self.open("_components/")
        page.locator("main a.ref").first.hover()
        preview = page.locator(".preview")
        expect(preview).to_be_visible()
        page.keyboard.press("Escape")
        expect(preview).to_have_count(0)

    def test_the_missing_page_tells_what_was_meant(self) -> None:
        page = self.open("catalog/default/component/bookings/")
        link = page.locator("[data-cb-near-misses] a").filter(has_text="Booking").first
        expect(link).to_be_visible()
        self.watch.forgive("404")

    def test_the_page_with_the_likest_address_comes_first(self) -> None:
        page = self.open("docs/default/system/callboard/guide/themeing/")
        link = page.locator("[data-cb-near-misses] a").first
        expect(link).to_have_attribute("href", re.compile("/guide/theming/$"))
        self.watch.forgive("404")

    def test_starred_entities_stand_on_the_home_page(self) -> None:
        page = self.open("catalog/default/component/booking-api/")
        page.locator(".page-header [data-cb-star]").click()
        self.open()
        expect(page.locator("[data-cb-mine-list=starred] li")).to_have_count(1)

    def test_room_for_what_is_starred_is_there_before_it_comes(self) -> None:
        page = self.open("catalog/")
        stars = page.locator(".cell-star button")
        expect(stars.first).to_be_visible()
        for index in range(3):
            stars.nth(index).click()
        self.context.add_init_script(OBSERVER)
        self.open()
        expect(page.locator("[data-cb-mine-list=starred] li")).to_have_count(3)
        page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        self.assertEqual(page.evaluate("window.cbShifts"), [])

    def test_a_copied_text_is_told_of(self) -> None:
        self.context.grant_permissions(["clipboard-read", "clipboard-write"])
        page = self.open("catalog/default/component/booking-api/")
        page.locator(".entity-ref [data-cb-copy]").click()
        expect(page.locator(".toast")).to_be_visible()
        self.assertEqual(page.evaluate("navigator.clipboard.readText()"), "component:default/booking-api")

    def test_the_page_of_a_link_that_is_pointed_at_is_asked_for(self) -> None:
        page = self.open("about/")
        with page.expect_request(lambda request: request.url.endswith("/docs/")) as asked:
            page.get_by_role("banner").get_by_role("link", name="Docs", exact=True).hover()
        self.assertEqual(asked.value.headers.get("sec-purpose"), "prefetch")


class Columns(PageTest):
    def test_columns_stand_where_they_are_whatever_the_rows_hold(self) -> None:
        page = self.open("catalog/")
        widths = "() => [...document.querySelectorAll('.catalog-table thead th')].map((cell) => cell.getBoundingClientRect().width)"
        before = page.evaluate(widths)
        page.evaluate("() => document.querySelectorAll('.catalog-table tbody tr').forEach((row) => row.remove())")
        self.assertEqual(page.evaluate(widths), before)
        self.assertGreater(min(before), 30)
