"""Moving through the portal by pointer and by keyboard."""

from playwright.sync_api import expect

from harness.case import PageTest


class Navigation(PageTest):
    def test_header_leads_to_the_catalog_and_marks_it(self) -> None:
        page = self.open()
        page.get_by_role("banner").get_by_role("link", name="Catalog", exact=True).click()
        self.expect_path("catalog/")
        current = page.get_by_role("banner").locator("a[aria-current]")
        expect(current.filter(has_text="Catalog")).to_have_count(1)
