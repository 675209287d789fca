"""Search on a built site: by keyboard, in every look, for hostile titles, and as the command line ranks."""

import json
import re
import subprocess
import time
from typing import Any

from playwright.sync_api import expect

from harness import axe, hostile
from harness.case import PageTest
from harness.sweep import OVERFLOW

QUERY = "booking"
LOOKS: list[dict[str, Any]] = [
    {"color_scheme": scheme, "contrast": contrast}
    for scheme in ("light", "dark")
    for contrast in ("no-preference", "more")
]
SCREENS = [{"width": 1440, "height": 900}, {"width": 390, "height": 800}]


class KeyboardOnResults(PageTest):
    def test_tab_leads_from_the_field_by_the_filters_to_the_results(self) -> None:
        page = self.open(f"search/?q={QUERY}")
        expect(page.locator(".cb-search-facets input").first).to_be_visible()
        page.get_by_role("searchbox").first.focus()
        self._tab_until("input[type=checkbox]")
        box = self.focused().get_attribute("id")
        page.keyboard.press("Space")
        page.wait_for_url(lambda url: re.search(r"[?&](kind|in)=", url) is not None)
        # The choice is made anew with the counts, and the focus stays on it.
        expect(page.locator(f"[id='{box}']")).to_be_focused()
        expect(page.locator(f"[id='{box}']")).to_be_checked()
        self._tab_until("a.cb-result")
        target = self.focused().get_attribute("href")
        page.keyboard.press("Enter")
        page.wait_for_url(lambda url: url.partition("#")[0] == target)

    def test_enter_in_the_field_keeps_a_state_to_go_back_to(self) -> None:
        page = self.open("search/")
        field = page.get_by_role("searchbox").first
        for word in (QUERY, "ledger"):
            field.fill(word)
            field.press("Enter")
            page.wait_for_url(lambda url, word=word: f"q={word}" in url)
        page.go_back()
        expect(field).to_have_value(QUERY)

    def test_what_is_entered_before_the_script_came_is_kept_to_go_back_to(self) -> None:
        page = self.page
        held = []
        page.route("**/search/page*.js", lambda route: held.append(route))
        self.open("search/")
        field = page.get_by_role("searchbox").first
        field.fill(QUERY)
        field.press("Enter")
        end = time.monotonic() + 60
        while not held and time.monotonic() < end:
            page.wait_for_timeout(20)
        for route in held:
            route.continue_()
        page.wait_for_url(lambda url: f"q={QUERY}" in url)
        field.fill("ledger")
        field.press("Enter")
        page.wait_for_url(lambda url: "q=ledger" in url)
        page.go_back()
        expect(field).to_have_value(QUERY)

    def test_status_tells_how_many_there_are(self) -> None:
        page = self.open(f"search/?q={QUERY}")
        expect(page.get_by_role("status").filter(has_text=re.compile(r"\d+"))).to_be_visible()

    def test_excerpt_stands_around_the_words(self) -> None:
        page = self.open("search/?q=reconciliation")
        expect(page.locator(".cb-search-results[aria-busy]")).to_have_count(0)
        mark = page.locator(".cb-result-excerpt mark").first
        expect(mark).to_contain_text(re.compile("reconciliation", re.IGNORECASE))

    def _tab_until(self, selector: str) -> None:
        for _ in range(200):
            self.page.keyboard.press("Tab")
            if self.page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
                return
        self.fail(f"no press of Tab leads to {selector}")


class Looks(PageTest):
    def test_results_and_palette_are_accessible_in_every_look(self) -> None:
        script = axe.source()
        if script is None:
            self.skipTest("axe-playwright-python is not installed")
        for screen in SCREENS:
            for part in ("results", "palette"):
                page = self.open(f"search/?q={QUERY}" if part == "results" else "")
                page.set_viewport_size(screen)
                if part == "palette":
                    page.keyboard.press("Control+k")
                    page.get_by_role("combobox", name="Search").fill(QUERY)
                    expect(page.get_by_role("listbox").get_by_role("option").first).to_be_visible()
                else:
                    expect(page.locator("a.cb-result").first).to_be_visible()
                    expect(page.locator(".cb-search-results[aria-busy]")).to_have_count(0)
                for look in LOOKS:
                    page.emulate_media(**look)
                    with self.subTest(part=part, screen=screen, look=look):
                        self.assertEqual(axe.violations(page, script), [])
                self.assertEqual(page.evaluate(OVERFLOW), [], f"{part} at {screen['width']}")


class HostileTitles(PageTest):
    @classmethod
    def setUpClass(cls) -> None:
        cls.serve(hostile.build(cls.session.program))

    def test_titles_are_text_in_the_palette_and_on_the_page(self) -> None:
        for name, title in hostile.TITLES.items():
            for part in ("palette", "results"):
                with self.subTest(name=name, part=part):
                    self._find(part, title)

    def test_words_of_an_object_are_words(self) -> None:
        page = self.open()
        for word in ("__proto__", "constructor", "hasOwnProperty", "toString"):
            found = page.evaluate("(word) => window.callboardSearch(word, { limit: 50 })", word)
            titles = [result["title"] for result in found]
            self.assertEqual(word in titles, word in hostile.TITLES.values(), titles)

    def _find(self, part: str, title: str) -> None:
        page = self.open("search/" if part == "results" else "")
        if part == "palette":
            page.keyboard.press("Control+k")
            page.get_by_role("combobox", name="Search").fill(title)
            shown = page.get_by_role("listbox").get_by_role("option").locator(".cb-result-title")
        else:
            page.get_by_role("searchbox").first.fill(title)
            shown = page.locator("a.cb-result .cb-result-title")
        expect(shown.get_by_text(title, exact=True).first).to_be_visible()
        # A title is a run of its own, so that no character in it turns the text around it.
        self.assertEqual(shown.first.evaluate("(node) => node.localName"), "bdi")
        self.assertIsNone(page.evaluate("window.cbHostile ?? null"))
        self.assertEqual(page.locator(".cb-result script, .cb-result img").count(), 0)


class CommandLine(PageTest):
    QUERIES = (
        QUERY, "ledger service", "ledgr", "passenger-booking", "the api of booking", '"calling the API"',
        "kind:api", "owner:platform docs", "in:docs release -draft", "reconcil", "how to deploy a service", "zzzz",
    )

    def test_ranks_as_the_browser_does(self) -> None:
        page = self.open()
        for query in self.QUERIES:
            with self.subTest(query=query):
                shown = page.evaluate("(query) => window.callboardSearch(query, { limit: 10 })", query)
                own = subprocess.run(
                    [
                        str(self.session.program), "query", "--search", query, "--format", "json",
                        "--portal", str(self.session.site), "--quiet",
                    ],
                    check=True, capture_output=True, text=True,
                ).stdout
                self.assertEqual(
                    [result["url"].removeprefix(self.host.root) for result in shown],
                    [result["url"] for result in json.loads(own)],
                )
