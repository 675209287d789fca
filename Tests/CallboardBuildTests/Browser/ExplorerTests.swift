import CallboardTestSupport
import Foundation
import Testing

/// The graph explorer as a browser shows it, under the page's own policy.
@Suite struct ExplorerTests {
  /// What `probe` reports.
  private struct Findings: Decodable {
    /// What stands in the nodes at first.
    var first: [String]
    /// Rows of the list at first.
    var rows: [String]
    /// The node that has the focus after the right arrow key was pressed at the root.
    var focused: String
    /// The query after that node was chosen with the space bar, and the root then.
    var chosen: String
    var root: String
    /// The query after other controls were changed.
    var controlled: String
    /// The root after two steps back.
    var back: String
    /// Whether the transform of the drawing changed by the key for a larger scale.
    var hasZoomed: Bool
    /// Where no script runs: whether the overview shows, and any control that needs scripts.
    var still: [Bool]
  }

  private static let probe = """
    <!doctype html>
    <link rel="icon" href="data:,">
    <iframe width="1200" height="800" src="/some/base/catalog/-/graph/?root=component:default/shop"></iframe>
    <iframe width="1200" height="800" src="/some/base/catalog/-/graph/" sandbox="allow-same-origin"></iframe>
    <script type="module">
    const [explorer, still] = document.querySelectorAll("iframe");
    const until = async (condition) => {
      for (;;) {
        const found = condition();
        if (found) return found;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    };
    const page = () => explorer.contentDocument;
    const all = (selector) => [...page()?.querySelectorAll(selector) ?? []];
    const label = (node) => node?.querySelector("text")?.textContent ?? "";
    const root = () => label(all(".explorer-canvas .is-root")[0]);
    const press = (node, key) => node.dispatchEvent(new explorer.contentWindow.KeyboardEvent("keydown", {
      key, bubbles: true, cancelable: true,
    }));
    const query = () => explorer.contentWindow.location.search;
    const findings = {};
    const start = await until(() => all(".explorer-canvas .is-root")[0]);
    findings.first = all(".explorer-canvas .graph-node").map(label).sort();
    page().querySelector(".graph-list").open = true;
    findings.rows = (await until(() => all(".explorer .graph-list tbody tr").length > 0 && all(".explorer .graph-list tbody tr")))
      .map((row) => [...row.cells].map((cell) => cell.textContent.trim()).join(" ")).sort();
    start.focus();
    press(start, "ArrowRight");
    findings.focused = label(page().activeElement);
    const transform = () => all(".explorer-canvas > g")[0].getAttribute("transform");
    const before = transform();
    press(page().activeElement, "+");
    findings.hasZoomed = Boolean(await until(() => transform() !== before));
    press(page().activeElement, " ");
    findings.root = await until(() => root() === findings.focused && root());
    findings.chosen = query();
    const set = (index, value) => {
      const select = all(".explorer-select select")[index];
      select.value = value;
      select.dispatchEvent(new Event("change"));
    };
    set(0, "all");
    set(2, "TB");
    findings.controlled = query();
    explorer.contentWindow.history.go(-3);
    await until(() => root() === label(start));
    findings.back = query();
    const overview = await until(() => still.contentDocument?.querySelector("[data-cb-explorer-overview]"));
    await until(() => still.contentDocument.querySelector("footer"));
    findings.still = [
      overview.checkVisibility(), still.contentDocument.querySelector(".explorer").checkVisibility(),
    ];
    fetch(`/report?${encodeURIComponent(JSON.stringify(findings))}`);
    </script>
    """

  @Test(.enabled(if: Browser.isInstalled, "chromium or python3 is not installed"))
  func keepsItsStateInTheAddressAndAnswersToKeys() throws {
    let site = try SampleSite()
    _ = try site.build(output: "served/some/base")
    try site.folder.write(["served/probe.html": Self.probe, "served/report": ""])

    let visit = try Browser.visit("probe.html", of: "\(site.folder.path)/served")
    let findings = try JSONDecoder().decode(Findings.self, from: Data(visit.report.utf8))

    #expect(findings.first == ["The <Shop>", "pay", "sellers"])
    #expect(
      findings.rows == ["The <Shop> consumes pay", "sellers owns The <Shop>"]
    )
    #expect(findings.focused == "pay")
    #expect(findings.chosen == "?root=api:default/pay")
    #expect(findings.controlled == "?root=api:default/pay&depth=all&direction=TB")
    #expect(findings.back == "?root=component:default/shop")
    #expect(findings.hasZoomed)
    #expect(findings.still == [true, false])
    // A worker that the policy refused would leave the layout to the page, and a message here.
    #expect(visit.requests.contains { $0.contains("/scripts/graph/worker.js") })
    #expect(visit.failures == [])
    #expect(visit.messages == [])
  }
}
