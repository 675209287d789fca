import CallboardTestSupport
import Foundation
import Testing

/// The search as a reader uses it, by keyboard.
@Suite struct SearchBrowserTests {
  /// What `probe` reports.
  private struct Findings: Decodable {
    /// Where the focus went when `/` was pressed, and what the palette offered before anything was typed.
    var focus: String
    var start: [String]
    /// For two words: the option that the field points at, at first and after two presses of an arrow key.
    var first: String
    var third: String
    var status: String
    /// What Enter opened, the words that are marked on it, and how many are after Escape.
    var opened: String
    var marked: [String]
    var markedAfterEscape: Int
    /// After another opening of the palette: recent and starred pages and actions.
    var groups: [String: [String]]
    var scheme: String
    /// The search page: marks of the excerpt, counts of a facet, the address after a choice, what is left.
    var excerpt: String
    var marks: [String]
    var kinds: [String]
    var address: String
    var left: [String]
    /// Typed into the search page: its address, marks and facets once the typing has paused.
    var typed: [String]
    /// What scripts of the site get, and how many workers were started for it.
    var answer: [Page]
    var workers: Int
    /// Titles as text, and elements that came of them.
    var hostile: [String]
    var intruders: Int
    /// Without scripts: the list by title.
    var titles: [String]

    struct Page: Decodable, Equatable {
      var url: String
      var title: String
      var kind: String
    }
  }

  private static let probe = """
    <!doctype html>
    <link rel="icon" href="data:,">
    <body>
    <script type="module">
    const base = "/some/base/";
    const wait = () => new Promise((resolve) => setTimeout(resolve, 20));
    const until = async (test) => {
      for (;;) {
        const found = test();
        if (found) return found;
        await wait();
      }
    };
    const open = async (path, width = 1200, isStill = false) => {
      const frame = document.createElement("iframe");
      Object.assign(frame, { width, height: 800, src: base + path });
      if (isStill) frame.setAttribute("sandbox", "allow-same-origin");
      document.body.append(frame);
      await new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
      if (!isStill) await until(() => frame.contentWindow.callboardSearch);
      return frame;
    };
    const $$ = (page, selector) => [...page.querySelectorAll(selector)];
    const text = (node) => node?.textContent.trim() ?? "";
    const press = (target, key, modifiers = {}) => {
      const { KeyboardEvent } = (target.ownerDocument ?? target).defaultView;
      target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...modifiers }));
    };
    const type = (field, value) => {
      field.value = value;
      field.dispatchEvent(new field.ownerDocument.defaultView.Event("input", { bubbles: true }));
    };
    const findings = {};

    const frame = await open("catalog/default/component/shop/");
    let page = frame.contentDocument;
    press(page, "/");
    let field = await until(() => page.querySelector("dialog[open] [role=combobox]"));
    findings.focus = page.activeElement.id;
    findings.start = $$(page, "[role=option]").map(text);
    type(field, "first steps");
    const active = () => page.getElementById(field.getAttribute("aria-activedescendant") ?? "");
    await until(() => page.querySelector(".cb-hit"));
    findings.first = text(active());
    findings.status = text(page.querySelector(".cb-palette-status"));
    press(field, "ArrowDown");
    press(field, "ArrowDown");
    press(field, "ArrowUp");
    findings.third = text(active());
    press(field, "ArrowUp");
    press(field, "Enter");
    page = await until(() => frame.contentDocument.querySelector("article") && frame.contentDocument);
    const highlight = await until(() => frame.contentWindow.CSS.highlights.get("cb-found"));
    findings.opened = frame.contentWindow.location.href.slice(location.origin.length);
    findings.marked = [...highlight].map(String);
    press(page, "Escape");
    findings.markedAfterEscape = frame.contentWindow.CSS.highlights.get("cb-found")?.size ?? 0;

    const entity = await open("catalog/default/component/shop/", 390);
    page = entity.contentDocument;
    page.querySelector(".page-header [data-cb-star]").click();
    press(page, "k", { ctrlKey: true });
    await until(() => page.querySelector(".cb-action"));
    findings.groups = Object.fromEntries($$(page, "[role=group]").map((group) =>
      [text(group.querySelector("p")), $$(group, "[role=option]").map(text)]));
    field = page.querySelector("[role=combobox]");
    type(field, "switch");
    await until(() => page.querySelector(".cb-palette-status:not(:empty)") &&
      $$(page, "[role=option]").length === 1);
    press(field, "Enter");
    findings.scheme = page.documentElement.dataset.theme ?? "system";

    const results = await open("search/?q=steps");
    page = results.contentDocument;
    await until(() => page.querySelector(".cb-facet"));
    findings.excerpt = text(page.querySelector(".cb-result-excerpt"));
    findings.marks = $$(page, ".cb-result-excerpt mark").map(text);
    findings.kinds = $$(page, ".cb-facet:first-child label").map((label) =>
      `${text(label.querySelector("bdi"))} ${text(label.querySelector(".cb-facet-count"))}`);
    page.querySelector(".cb-facet input").click();
    await until(() => results.contentWindow.location.search !== "?q=steps");
    findings.address = results.contentWindow.location.search;
    await until(() => $$(page, ".cb-search-results > li").length < 2);
    findings.left = $$(page, ".cb-search-results .cb-result-title").map(text);

    const { origin } = location;
    findings.answer = (await results.contentWindow.callboardSearch("first steps", { limit: 1 }))
      .map(({ url, title, kind }) => ({ url: url.slice(origin.length), title, kind }));
    findings.workers = results.contentWindow.performance.getEntriesByType("resource")
      .filter(({ name, initiatorType }) => name.endsWith("search/worker.js") && initiatorType === "other").length;

    const typing = await open("search/", 390);
    page = typing.contentDocument;
    type(await until(() => page.querySelector("[data-cb-search-page] input")), "steps");
    await until(() => page.querySelector(".cb-facet") && typing.contentWindow.location.search);
    const result = page.querySelector(".cb-search-results");
    findings.typed = [
      typing.contentWindow.location.search, text(page.querySelector(".cb-result-excerpt mark")),
      text(page.querySelector(".cb-facet legend")), String(result.ariaBusy),
    ];

    const hostile = await open("search/?q=hostile");
    page = hostile.contentDocument;
    await until(() => $$(page, ".cb-search-results > li").length === 3);
    findings.hostile = $$(page, ".cb-search-results .cb-result-title").map(text).sort();
    findings.intruders = $$(page, ".cb-search-results :is(script, img, b)").length;

    const still = await open("search/", 390, true);
    const list = still.contentDocument.querySelector("[aria-labelledby='cb:titles'] a[href*=titles]");
    const titles = await open(new URL(list.href).pathname.slice(base.length), 390, true);
    findings.titles = $$(titles.contentDocument, ".titles a").map(text);

    fetch(`/report?${encodeURIComponent(JSON.stringify(findings))}`);
    </script>
    """

  private static let hostileTitles = [
    "</script><script>alert(1)</script> hostile", "__proto__ hostile <img src=x onerror=alert(1)>",
    "\u{202E}elif hostile",
  ]

  @Test(.enabled(if: Browser.isInstalled, "chromium or python3 is not installed"))
  func findsMarksAndNarrowsByKeyboard() throws {
    let site = try SampleSite()
    let entities = Self.hostileTitles.enumerated().map { number, title in
      """
      apiVersion: backstage.io/v1alpha1
      kind: Resource
      metadata: {name: odd-\(number), title: "\(title)"}
      spec: {type: database, owner: sellers}
      """
    }
    try site.folder.write(
      entities.joined(separator: "\n---\n") + """

        ---
        apiVersion: backstage.io/v1alpha1
        kind: Component
        metadata: {name: stairs, description: All steps of the house.}
        spec: {type: service, lifecycle: production, owner: sellers}
        """,
      to: "repos/odd/catalog-info.yaml"
    )
    _ = try site.build(output: "served/some/base")
    try site.folder.write(["served/probe.html": Self.probe, "served/report": ""])

    let visit = try Browser.visit("probe.html", of: "\(site.folder.path)/served")
    let found = try JSONDecoder().decode(Findings.self, from: Data(visit.report.utf8))

    #expect(found.focus == "cb:palette-input")
    #expect(found.start.contains("Copy component:default/shop"))
    #expect(found.first.hasPrefix("Setting up"), "\(found.first)")
    #expect(found.third.hasSuffix("First steps"), "\(found.third)")
    #expect(found.status.hasSuffix("result") || found.status.hasSuffix("results"))
    #expect(found.opened == "/some/base/docs/default/component/shop/guide/set%20up/")
    #expect(found.marked.contains("First") && found.marked.contains("steps"), "\(found.marked)")
    #expect(found.markedAfterEscape == 0)
    #expect(found.groups["Recently opened"]?.count == 1)
    #expect(found.groups["Starred"]?.first?.hasPrefix("shop") == true)
    #expect(found.groups["Actions"]?.contains("Remove the star from this entity") == true)
    #expect(found.scheme == "light")
    #expect(found.marks.contains("steps"), "\(found.excerpt)")
    #expect(found.kinds == ["component 1", "docs 1"])
    #expect(found.address == "?q=steps&kind=component")
    #expect(found.left == ["stairs"])
    #expect(found.typed == ["?q=steps", "steps", "Kind", "null"])
    let shop = "/some/base/docs/default/component/shop/guide/set%20up/"
    #expect(found.answer == [.init(url: shop, title: "Setting up", kind: "docs")])
    #expect(found.workers == 1)
    #expect(found.hostile == Self.hostileTitles.sorted())
    #expect(found.intruders == 0)
    #expect(found.titles.contains("The <Shop>") && found.titles.contains("Setting up"))
    #expect(visit.failures == [])
    // A frame that no window shows has no transition from one page to the next, which the browser mentions.
    #expect(visit.messages.filter { !$0.contains("ViewTransition") } == [])
  }
}
