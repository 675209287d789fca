"""What readers choose, the keys they press, and what helps them on the way."""

import re

from playwright.sync_api import expect

from harness.case import PageTest


class Settings(PageTest):
    def test_keeps_high_contrast_for_the_next_page(self) -> None:
        page = self.open("settings/")
        page.get_by_role("group", name="Contrast").get_by_role("button", name="High").click()
        expect(page.locator("html")).to_have_attribute("data-contrast", "more")
        self.open("catalog/")
        expect(page.locator("html")).to_have_attribute("data-contrast", "more")

    def test_marks_what_is_chosen(self) -> None:
        page = self.open("settings/")
        compact = page.get_by_role("button", name="Compact")
        expect(compact).to_have_attribute("aria-pressed", "false")
        compact.click()
        expect(compact).to_have_attribute("aria-pressed", "true")

    def test_knows_the_reader_on_the_home_page(self) -> None:
        page = self.open("settings/")
        page.get_by_role("searchbox", name="Who you are").fill("a")
        choice = page.locator("[data-cb-identity] .picker-option").first
        name = choice.inner_text()
        choice.click()
        expect(page.get_by_text(re.compile("^You are "))).to_be_visible()
        self.open()
        expect(page.locator("[data-cb-mine-list=teams] li").first).to_be_visible()
        self.assertNotEqual(name, "")

    def test_forgets_everything_on_request(self) -> None:
        page = self.open("settings/")
        page.get_by_role("button", name="Dark").click()
        page.get_by_role("button", name="Forget all settings").click()
        expect(page.locator("html:not([data-theme])")).to_have_count(1)


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
        page = self.open("settings/")
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

    def test_starred_entities_stand_on_the_home_page(self) -> None:
        page = self.open("catalog/default/component/booking-api/")
        page.locator(".page-header [data-cb-star]").click()
        self.open()
        expect(page.locator("[data-cb-mine-list=starred] li")).to_have_count(1)
