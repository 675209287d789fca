"""`callboard serve`: what a browser shows while files are saved."""

import http.client
import socket
import unittest

from playwright.sync_api import Page, Route, expect

from harness.case import PageTest
from harness.preview import Preview
from harness.watch import Watch

OVERLAY = "#callboard-findings"


class PreviewTest(PageTest):
    site = "sources: [{path: repo}]\n"
    """The first site.yaml."""

    preview: Preview

    @property
    def options_of_serve(self) -> list[str]:
        """Further ones of the command."""
        return []

    def setUp(self) -> None:
        self.preview = Preview(self.session.program, site=self.site, options=self.options_of_serve)
        self.addCleanup(self.preview.close)
        super().setUp()
        self.watch = Watch(self.context, self.preview.origin)

    def look(self, path: str = Preview.page) -> Page:
        """Opens a page of the preview once there is a site."""
        self.preview.wait_for_site()
        page = self.context.new_page()
        page.goto(f"{self.preview.origin}/{path}")
        return page


LONG = "".join(f"\nParagraph {number}.\n" for number in range(200))


class Saving(PreviewTest):
    def test_shows_what_was_saved_and_keeps_the_place(self) -> None:
        page = self.look()
        expect(page.get_by_text("The first text.")).to_be_visible()
        self.preview.write("repo/docs/index.md", f"# Home\n\nA second text.\n{LONG}")
        expect(page.get_by_text("A second text.")).to_be_attached()
        # Before all of the page has come it may be shorter than where this goes.
        page.wait_for_load_state("load")
        page.evaluate("scrollTo(0, 900)")
        self.preview.replace("repo/docs/index.md", f"# Home\n\nA third text.\n{LONG}")
        expect(page.get_by_text("A third text.")).to_be_attached()
        page.wait_for_function("() => scrollY === 900")

    def test_leaves_who_scrolled_before_the_script_came_where_they_are(self) -> None:
        page = self.look()
        expect(page.get_by_text("The first text.")).to_be_visible()
        held: list[Route] = []
        page.route("**/preview.js", lambda route: held.append(route))
        self.preview.write("repo/docs/index.md", f"# Home\n\nA second text.\n{LONG}")
        expect(page.get_by_text("A second text.")).to_be_attached()
        expect(page.get_by_text("Paragraph 199.")).to_be_attached()
        # Chromium takes a script's scrolling back when the page has loaded, but not a reader's.
        page.mouse.move(400, 400)
        page.mouse.wheel(0, 900)
        page.wait_for_function("() => scrollY === 900")
        held[0].continue_()
        page.wait_for_load_state("load")
        page.wait_for_timeout(300)
        self.assertEqual(page.evaluate("scrollY"), 900)

    def test_leaves_pages_alone_that_show_the_same(self) -> None:
        page = self.look()
        expect(page.get_by_text("The first text.")).to_be_visible()
        other = self.look(Preview.page + "other/")
        page.evaluate("globalThis.isStillHere = true")
        self.preview.write("repo/docs/other.md", "# Other\n\nAnother text.\n")
        expect(other.get_by_text("Another text.")).to_be_visible()
        self.assertTrue(page.evaluate("globalThis.isStillHere"))

    def test_shows_a_page_that_was_added(self) -> None:
        page = self.look()
        expect(page.get_by_text("The first text.")).to_be_visible()
        self.preview.write("repo/docs/deep/new.md", "# New\n\nNew text.\n")
        self.preview.write("repo/mkdocs.yml", "site_name: Docs\nnav: [index.md, deep/new.md]\n")
        page.get_by_role("link", name="New").first.click()
        expect(page.get_by_text("New text.")).to_be_visible()
        self.preview.write("repo/docs/deep/new.md", "# New\n\nNewer text.\n")
        expect(page.get_by_text("Newer text.")).to_be_visible()


class Findings(PreviewTest):
    def test_stand_over_the_page_until_they_are_mended(self) -> None:
        page = self.look()
        expect(page.get_by_text("The first text.")).to_be_visible()
        self.preview.write("repo/bad/catalog-info.yaml", "apiVersion: backstage.io/v1alpha1\nkind: [\n")
        overlay = page.locator(OVERLAY)
        expect(overlay).to_contain_text("1 error")
        expect(overlay).to_contain_text("bad/catalog-info.yaml:")
        (self.preview.folder / "repo/bad/catalog-info.yaml").unlink()
        expect(overlay).to_have_count(0)

    def test_of_site_yaml_leave_the_last_site(self) -> None:
        page = self.look("")
        expect(page.get_by_role("banner")).to_be_visible()
        self.preview.write("site.yaml", "sources: [{path: repo}]\nsite: {title: [}\n")
        expect(page.locator(OVERLAY)).to_contain_text("site.yaml")
        expect(page.get_by_role("banner")).to_be_visible()
        self.preview.write("site.yaml", "sources: [{path: repo}]\nsite: {title: Noticeboard}\n")
        expect(page.get_by_role("banner")).to_contain_text("Noticeboard")
        expect(page.locator(OVERLAY)).to_have_count(0)


class BeforeTheFirstSite(PreviewTest):
    site = "sources: [{path: \n"

    def test_says_why_there_is_none(self) -> None:
        page = self.context.new_page()
        page.goto(f"{self.preview.origin}/")
        expect(page.locator(OVERLAY)).to_contain_text("site.yaml")
        self.preview.write("site.yaml", "sources: [{path: repo}]\n")
        expect(page.get_by_role("banner")).to_be_visible()
        # The answer without a site is 503, which the console tells.
        self.watch.forgive("503")


class OneRepository(PreviewTest):
    """Inside the example's portal, which knows the team that the repository refers to."""

    @property
    def options_of_serve(self) -> list[str]:
        return ["--repo", "repo", "--portal", str(self.session.site)]

    def test_links_to_the_pages_of_the_portal(self) -> None:
        self.preview.write(
            "repo/catalog-info.yaml",
            "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: {name: shop}\n"
            "spec: {type: website, lifecycle: production, owner: payments-team}\n",
        )
        page = self.look("catalog/default/component/shop/")
        page.get_by_role("main").get_by_role("link", name="payments-team").first.click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("Payments")


class Serving(unittest.TestCase):
    def setUp(self) -> None:
        self.preview = Preview(PageTest.session.program)
        self.addCleanup(self.preview.close)
        self.address = self.preview.origin.removeprefix("http://")

    def ask(self, method: str = "GET", path: str = "/", **headers: str) -> http.client.HTTPResponse:
        connection = http.client.HTTPConnection(self.address, timeout=60)
        self.addCleanup(connection.close)
        connection.request(method, path, headers=headers)
        return connection.getresponse()

    def test_answers_to_its_own_names_only(self) -> None:
        port = self.address.rpartition(":")[2]
        self.assertEqual(self.ask(Host="evil.example").status, 421)
        self.assertNotEqual(self.ask(Host=f"localhost:{port}").status, 421)

    def test_answers_get_and_head_only(self) -> None:
        for method in ("POST", "PUT", "DELETE", "OPTIONS"):
            self.assertEqual(self.ask(method).status, 405, method)
        self.assertEqual(self.ask("HEAD", "/_preview/preview.js").read(), b"")

    def test_serves_nothing_but_the_site(self) -> None:
        (self.preview.folder / "secret").write_text("secret")
        for path in ("/../secret", "/%2e%2e/secret", "/site.yaml", "/repo/mkdocs.yml", "/_preview/../x"):
            answer = self.ask(path=path)
            self.assertIn(answer.status, (400, 404, 503), path)
            self.assertNotIn(b"secret", answer.read(), path)

    def test_goes_on_with_a_thousand_idle_connections(self) -> None:
        host, _, port = self.address.partition(":")
        for _ in range(1000):
            connection = socket.create_connection((host, int(port)), timeout=60)
            self.addCleanup(connection.close)
        self.assertEqual(self.ask(path="/_preview/preview.js").status, 200)
