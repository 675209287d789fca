"""Pages of widgets: announcements by the reader's clock, the radar, scorecards, forms."""

from playwright.sync_api import Page, expect

from harness.case import PageTest

DURING = "2026-11-20T12:00:00"
"""While the example's announcement of the pause holds; a day of the example's own."""
AFTER = "2027-06-01T12:00:00"


class Announcements(PageTest):
    def at(self, moment: str, path: str = "") -> Page:
        self.page.clock.set_fixed_time(moment)
        return self.open(path)

    def test_banner_stands_until_its_last_day(self) -> None:
        page = self.at(DURING)
        expect(page.get_by_role("region", name="Current announcements").locator(".banner")).to_be_visible()
        page = self.at(AFTER, "catalog/")
        expect(page.locator(".banner")).to_be_hidden()

    def test_banner_stays_away_once_dismissed(self) -> None:
        page = self.at(DURING)
        page.get_by_role("button", name="Dismiss").click()
        expect(page.locator(".banner")).to_be_hidden()
        page = self.at(DURING, "catalog/")
        expect(page.locator(".banner")).to_be_hidden()

    def test_first_page_has_current_ones_and_the_list_has_all(self) -> None:
        page = self.at(DURING)
        home = page.locator("[data-cb-current] > li")
        expect(home.filter(has_text="Deployments pause")).to_be_visible()
        expect(home.filter(has_text="The handbook")).to_be_hidden()
        page = self.at(DURING, "announcements/")
        ended = page.get_by_role("listitem").filter(has_text="The handbook")
        expect(ended).to_contain_text("Ended")


class Radar(PageTest):
    def test_number_in_the_drawing_leads_to_its_place_in_the_list(self) -> None:
        page = self.open("radar/radar/")
        page.get_by_role("link", name="PostgreSQL, Adopt").click()
        expect(page.locator("li:target")).to_contain_text("PostgreSQL")

    def test_list_leads_to_entities(self) -> None:
        page = self.open("radar/radar/")
        page.get_by_role("listitem").filter(has_text="Elixir").get_by_role("link").click()
        self.expect_path("catalog/default/component/notifier/")


class Scorecards(PageTest):
    def test_entity_says_what_to_do_next_and_leads_to_all(self) -> None:
        page = self.open("scorecards/production/")
        page.get_by_role("row").filter(has_text="Next:").get_by_role("link").first.click()
        card = page.get_by_role("region", name="Ready for production")
        expect(card).to_contain_text("checks passed")
        card.get_by_role("link", name="All entities").click()
        self.expect_path("scorecards/production/")


class Forms(PageTest):
    def test_fields_make_the_address_of_the_link(self) -> None:
        page = self.open()
        page.get_by_label("What do you need?").fill("A & B?")
        page.get_by_role("main").locator("[data-cb-name=kind]").select_option("queue")
        link = page.get_by_role("link", name="Open an issue")
        expect(link).to_have_attribute(
            "href",
            "https://git.tidewater.example/platform/requests/issues/new?title=A%20%26%20B%3F&labels=queue",
        )
