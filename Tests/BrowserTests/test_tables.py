"""Tables: the catalog's, with the reader's own lists, and the small ones of pages."""

from playwright.sync_api import Locator, expect

from harness import small
from harness.case import PageTest


class CatalogTable(PageTest):
    def test_heading_sorts_both_ways_and_the_address_remembers(self) -> None:
        page = self.open("catalog/-/kind/component/")
        heading = page.locator("th[data-cb-column=name]")
        heading.get_by_role("button").click()
        expect(heading).to_have_attribute("aria-sort", "ascending")
        page.wait_for_url(lambda url: "sort=name" in url)
        page.locator("th[data-cb-column=name]").get_by_role("button").click()
        expect(page.locator("th[data-cb-column=name]")).to_have_attribute("aria-sort", "descending")
        last = self._names().first.inner_text()
        page.reload()
        expect(self._names().first).to_have_text(last)

    def test_words_filter_the_rows(self) -> None:
        page = self.open("catalog/")
        page.locator("[data-cb-catalog-text]").fill("ledger")
        expect(self._names().filter(has_text="edger")).not_to_have_count(0)
        expect(self._names().filter(has_text="Booking API")).to_have_count(0)

    def test_picker_chooses_by_keyboard_alone(self) -> None:
        page = self.open("catalog/")
        picker = page.locator("[data-cb-picker=kind]")
        picker.focus()
        page.keyboard.press("Enter")
        option = page.get_by_role("checkbox", name="API").first
        expect(option).to_be_visible()
        option.focus()
        page.keyboard.press("Space")
        page.wait_for_url(lambda url: "kind=api" in url)
        page.keyboard.press("Escape")
        expect(picker).to_be_focused()

    def test_starred_entities_make_a_list_that_stays(self) -> None:
        page = self.open("catalog/-/kind/component/")
        star = page.locator("tbody .star-button").first
        name = self._names().first.inner_text()
        star.click()
        expect(star).to_have_attribute("aria-pressed", "true")
        self.open("catalog/?list=starred")
        expect(self._names()).to_have_count(1)
        expect(self._names().first).to_contain_text(name.split("\n")[0])
        # Of the entity's own page, too.
        self._names().first.get_by_role("link").first.click()
        expect(page.locator(".page-header [data-cb-star]")).to_have_attribute("aria-pressed", "true")

    def test_reader_says_who_they_are_once(self) -> None:
        page = self.open("catalog/")
        page.locator("[data-cb-picker=list]").click()
        page.get_by_role("searchbox", name="Who you are").fill("payments")
        page.locator(".picker-identity .picker-option").first.click()
        page.wait_for_url(lambda url: "list=owned" in url)
        expect(self._names().first).to_be_visible()
        count = self._names().count()
        self.open("catalog/?list=owned")
        expect(self._names()).to_have_count(count)

    def _names(self) -> Locator:
        return self.page.locator("tbody .cell-name")


class ChangeFilter(PageTest):
    def test_words_and_choices_filter_and_the_address_remembers(self) -> None:
        page = self.open("catalog/-/changes/")
        # Typed at once: the filter comes with the first touch.
        page.locator("[data-cb-field=q]").fill("razorbill")
        page.wait_for_url(lambda url: "q=razorbill" in url)
        found = page.locator(".change-entry:visible .change .ref")
        expect(found.first).to_contain_text("Razorbill")
        page.locator("[data-cb-field=kind]").select_option("vessel")
        page.wait_for_url(lambda url: "kind=vessel" in url)
        page.reload()
        expect(page.locator("[data-cb-field=q]")).to_have_value("razorbill")
        expect(found.first).to_contain_text("Razorbill")


class ManyTags(PageTest):
    @classmethod
    def setUpClass(cls) -> None:
        cls.serve(small.build(cls.session.program, "small", is_offline=False), small.BASE)

    def test_row_stays_a_row_and_every_tag_can_be_reached(self) -> None:
        page = self.open("catalog/-/kind/component/")
        tags = page.locator(".cell-tags").first.locator("li")
        expect(tags).to_have_count(12)
        widths = [box["width"] if (box := tag.bounding_box()) else 0 for tag in tags.all()]
        self.assertEqual(sum(width > 2 for width in widths), 4)
        tags.last.get_by_role("link").focus()
        box = tags.last.bounding_box()
        assert box
        self.assertGreater(box["width"], 2)


class SmallTable(PageTest):
    def test_heading_sorts_the_rows_of_the_page(self) -> None:
        page = self.open("about/")
        table = page.locator("table[data-cb-table]").first
        heading = table.locator("th").first
        heading.get_by_role("button").click()
        expect(heading).to_have_attribute("aria-sort", "ascending")
        names = table.locator("tbody tr > :first-child").all_inner_texts()
        heading.get_by_role("button").click()
        expect(heading).to_have_attribute("aria-sort", "descending")
        self.assertEqual(table.locator("tbody tr > :first-child").all_inner_texts(), names[::-1])
