import CallboardTestSupport
import Foundation
import Testing

/// A built site as a browser shows it, under a path of its host and under its own policy.
@Suite struct BrowserTests {
  /// What `probe` reports of three pages.
  private struct Findings: Decodable {
    /// Titles of the results for `shop`, in their order.
    var titles: [String]
    /// Path of the first result.
    var path: String
    /// What `window.callboardSearch` answers for `shop`.
    var addresses: [String]
    var tabs: [String]
    /// Text of the article where no script runs.
    var article: String
    /// Whether a control that needs scripts shows where no script runs.
    var hasDeadControls: Bool
  }

  /// Opens pages in frames, waits for what scripts make of them and asks the server for an address
  /// that says it. A sandboxed frame is a page without scripts.
  private static let probe = """
    <!doctype html>
    <link rel="icon" href="data:,">
    <iframe width="1200" height="800" src="/some/base/search/?q=shop"></iframe>
    <iframe width="1200" height="800" src="/some/base/docs/default/component/shop/"></iframe>
    <iframe width="1200" height="800" src="/some/base/docs/default/component/shop/"
      sandbox="allow-same-origin"></iframe>
    <script type="module">
    const [search, docs, still] = document.querySelectorAll("iframe");
    const find = async (frame, selector) => {
      for (;;) {
        const found = [...frame.contentDocument?.querySelectorAll(selector) ?? []];
        if (found.length > 0) return found;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    };
    const results = await find(search, "a.cb-result");
    const answer = await search.contentWindow.callboardSearch("shop", { limit: 3 });
    const tabs = await find(docs, "[role=tablist] [role=tab]");
    const [article] = await find(still, "article.content");
    await find(still, "footer");
    const findings = {
      titles: results.map((result) => result.querySelector(".cb-result-title").textContent),
      path: new URL(results[0].href).pathname,
      addresses: answer.map(({ url }) => url),
      tabs: tabs.map((tab) => tab.textContent),
      article: article.textContent,
      hasDeadControls: [...still.contentDocument.querySelectorAll(".needs-js")]
        .some((control) => control.checkVisibility()),
    };
    fetch(`/report?${encodeURIComponent(JSON.stringify(findings))}`);
    </script>
    """

  @Test(.enabled(if: Browser.isInstalled, "chromium or python3 is not installed"))
  func searchesUpgradesTabsAndReadsWithoutScripts() throws {
    let site = try SampleSite()
    let index = """
      # Welcome

      Read the guide before you sell.

      === "Bread"

          A loaf.

      === "Cake"

          A slice.
      """
    try site.folder.write(index, to: "repos/shop/docs/index.md")
    _ = try site.build(output: "served/some/base")
    try site.folder.write(["served/probe.html": Self.probe, "served/report": ""])

    let visit = try Browser.visit("probe.html", of: "\(site.folder.path)/served")
    let findings = try JSONDecoder().decode(Findings.self, from: Data(visit.report.utf8))

    #expect(findings.titles.first == "The <Shop>")
    #expect(findings.path == "/some/base/catalog/default/component/shop/")
    #expect(findings.addresses.first == "\(visit.origin)\(findings.path)")
    #expect(findings.tabs == ["Bread", "Cake"])
    #expect(findings.article.contains("Read the guide before you sell."))
    #expect(findings.article.contains("A slice."))
    #expect(!findings.hasDeadControls)
    // A worker that the policy refused would leave the search to the page, and a message here.
    #expect(visit.requests.contains { $0.contains("/scripts/search/worker.js") })
    #expect(visit.failures == [])
    #expect(visit.messages == [])
  }
}
