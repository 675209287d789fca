"""Search from anywhere: the palette, and the page of results."""

from playwright.sync_api import Locator, expect

from harness.case import PageTest


class Palette(PageTest):
    def test_shortcut_finds_and_opens_a_page_by_keyboard_alone(self) -> None:
        page = self.open()
        page.keyboard.press("Control+k")
        expect(self._field()).to_be_focused()
        page.keyboard.type("ledger service")
        first = page.get_by_role("listbox").get_by_role("option").first
        expect(first).to_contain_text("Ledger")
        expect(first).to_have_attribute("aria-selected", "true")
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", level=1)).to_contain_text("Ledger")

    def test_words_typed_at_once_are_not_lost(self) -> None:
        page = self.open()
        # All keys in one go: the palette's scripts cannot be there before the last of them.
        page.keyboard.type("/ledger")
        expect(self._field()).to_have_value("ledger")

    def test_arrows_move_the_choice(self) -> None:
        page = self.open()
        page.keyboard.press("/")
        page.keyboard.type("booking")
        second = page.get_by_role("listbox").get_by_role("option").nth(1)
        expect(second).to_be_visible()
        page.keyboard.press("ArrowDown")
        expect(second).to_have_attribute("aria-selected", "true")
        expect(self._field()).to_have_attribute("aria-activedescendant", second.get_attribute("id") or "")

    def test_escape_closes_it(self) -> None:
        page = self.open("docs/")
        page.keyboard.press("/")
        expect(self._field()).to_be_focused()
        page.keyboard.press("Escape")
        expect(self._field()).not_to_be_visible()

    def test_slash_in_a_field_is_a_character(self) -> None:
        page = self.open("search/")
        page.get_by_role("searchbox").first.press("/")
        expect(page.get_by_role("searchbox").first).to_have_value("/")
        expect(page.get_by_role("dialog")).to_have_count(0)

    def test_button_in_the_header_opens_it_by_pointer(self) -> None:
        page = self.open("catalog/")
        page.get_by_role("banner").locator("[data-cb-search-open]").click()
        expect(self._field()).to_be_focused()

    def _field(self) -> Locator:
        return self.page.get_by_role("combobox", name="Search")


class Results(PageTest):
    def test_address_holds_the_query_and_the_choices(self) -> None:
        page = self.open("search/")
        page.get_by_role("searchbox").first.fill("booking")
        page.wait_for_url(lambda url: "q=booking" in url)
        first = page.locator("a.cb-result").first
        expect(first).to_be_visible()
        address = page.url
        first.click()
        page.wait_for_url(lambda url: "search/" not in url)
        page.go_back()
        page.wait_for_url(address)
        expect(page.locator("a.cb-result").first).to_be_visible()

    def test_words_that_led_to_a_page_are_marked_until_escape(self) -> None:
        page = self.open("search/?q=reconciliation")
        page.locator("a.cb-result").first.click()
        page.wait_for_function("() => CSS.highlights.has('cb-found')")
        page.keyboard.press("Escape")
        page.wait_for_function("() => !CSS.highlights.has('cb-found')")
