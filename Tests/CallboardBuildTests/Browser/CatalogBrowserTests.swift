import CallboardTestSupport
import Foundation
import Testing

/// The catalog's table as a reader uses it: by pointer, by keyboard, by address, and without scripts.
@Suite struct CatalogBrowserTests {
  /// What `probe` reports.
  private struct Findings: Decodable {
    /// Rows of the page as it was built, and of the same page without scripts.
    var rowsBefore: Int
    var stillRows: Int
    var stillNext: String
    /// Values of the picker for types, each with its count.
    var types: [String]
    /// After the choice of one: the address, the status, the headings, the first row.
    var query: String
    var status: String
    var headings: [String]
    var firstName: String
    /// Where the focus was after Escape.
    var focus: String
    /// After two presses on the heading of names.
    var sort: String
    var sortedNames: [String]
    /// After a step back twice.
    var queryAfterBack: String
    /// An address with filters: names of all rows, and what the button of owners says.
    var namesByAddress: [String]
    var ownerButton: String
    /// The second page of a filtered list.
    var secondPage: String
    var rowsOnSecondPage: Int
    /// The file that an export saved.
    var csv: [String]
    /// Rows of the list of starred entities after a press on the first star.
    var starred: [String]
    /// What stands in place of rows when nothing matches.
    var empty: String
    /// Problems shown after a press on "Errors".
    var problems: Int
    var problemsShown: String
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
    const open = async (path, isStill = false) => {
      const frame = document.createElement("iframe");
      Object.assign(frame, { width: 1200, height: 800, src: base + path });
      if (isStill) frame.setAttribute("sandbox", "allow-same-origin");
      document.body.append(frame);
      await new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
      const page = frame.contentDocument;
      if (!isStill && page.querySelector("[data-cb-catalog]")) {
        await until(() => page.querySelector("th .sort-button"));
      }
      return page;
    };
    const $$ = (page, selector) => [...page.querySelectorAll(selector)];
    const text = (node) => node?.textContent.trim() ?? "";
    const names = (page) => $$(page, "tbody .cell-name").map(text);
    const status = (page) => text(page.querySelector("[data-cb-catalog-status]"));
    const changed = async (page, action) => {
      const before = page.querySelector("tbody").innerHTML;
      action();
      await until(() => page.querySelector("tbody").innerHTML !== before && isWhole(page));
    };
    // Rows below the window come after those in it.
    const isWhole = (page) => page.querySelector("tbody").ariaBusy !== "true";
    const picker = (page, name) => page.querySelector(`[data-cb-picker="${name}"]`);
    const panel = async (page, name) => {
      picker(page, name).focus();
      picker(page, name).click();
      return until(() => {
        const opened = page.querySelector(".picker-panel:popover-open");
        return opened?.querySelector(".picker-option") && opened;
      });
    };
    const findings = {};

    const still = await open("catalog/", true);
    findings.stillRows = names(still).length;
    findings.stillNext = still.querySelector(".pagination [rel=next]").getAttribute("href");

    const kind = await open("catalog/-/kind/component/");
    findings.rowsBefore = names(kind).length;
    const types = await panel(kind, "type");
    findings.types = $$(types, ".picker-option").map((option) =>
      `${text(option.querySelector("bdi"))} ${text(option.querySelector(".picker-count"))}`);
    await changed(kind, () => types.querySelector("input").click());
    findings.query = kind.location.search;
    findings.status = status(kind);
    findings.headings = $$(kind, "th").map(text);
    findings.firstName = names(kind)[0];
    types.hidePopover();
    findings.focus = kind.activeElement.dataset.cbPicker ?? kind.activeElement.localName;
    const name = () => kind.querySelector("th[data-cb-column=name]");
    await changed(kind, () => name().querySelector("button").click());
    await changed(kind, () => name().querySelector("button").click());
    findings.sort = name().getAttribute("aria-sort");
    findings.sortedNames = names(kind).slice(0, 2);
    kind.defaultView.history.go(-2);
    await until(() => kind.location.search !== "?type=service&sort=-name");
    findings.queryAfterBack = kind.location.search;

    const filtered = await open("catalog/?filters[kind]=component&owner=lost&sort=name&q=Lonely");
    await until(() => names(filtered).length < 5);
    findings.namesByAddress = names(filtered);
    findings.ownerButton = text(picker(filtered, "owner"));
    await changed(filtered, () => filtered.querySelector(".star-button").click() ??
      filtered.querySelector("[data-cb-catalog-clear]").click());

    const second = await open("catalog/?kind=component&page=2");
    await until(() => status(second).startsWith("101") && isWhole(second));
    findings.secondPage = status(second);
    findings.rowsOnSecondPage = names(second).length;

    const saved = await open("catalog/?owner=lost&columns=owner,tags");
    await until(() => names(saved).length < 5);
    const blobs = [];
    saved.defaultView.URL.createObjectURL = (blob) => { blobs.push(blob); return "#"; };
    (await panel(saved, "export")).querySelector("button").click();
    await until(() => blobs.length > 0);
    findings.csv = (await blobs[0].text()).split("\\r\\n");

    const starred = await open("catalog/?list=starred");
    await until(() => names(starred).length < 5);
    findings.starred = names(starred);

    const empty = await open("catalog/-/tag/odd/?q=nothing+has+this");
    findings.empty = text(await until(() => empty.querySelector(".cell-empty .empty-title")));

    const problems = await open("problems/");
    await until(() => problems.querySelector("[data-cb-list-severity]"));
    // The first press that finds the page ready counts.
    await until(() => {
      problems.querySelector("[data-cb-list-severity=error]").click();
      return text(problems.querySelector("[data-cb-list-status]"));
    });
    findings.problems = $$(problems, ".problem").filter((problem) => problem.checkVisibility()).length;
    findings.problemsShown = text(problems.querySelector("[data-cb-list-status]"));

    fetch(`/report?${encodeURIComponent(JSON.stringify(findings))}`);
    </script>
    """

  /// 150 services of one team, and a library whose owner is missing.
  private static func descriptors() -> String {
    let services = (1...150).map { number in
      """
      apiVersion: backstage.io/v1alpha1
      kind: Component
      metadata: {name: service-\(number), description: "Number \(number)"}
      spec: {type: service, lifecycle: production, owner: sellers}
      """
    }
    let library = """
      apiVersion: backstage.io/v1alpha1
      kind: Component
      metadata: {name: lonely, title: "=Lonely, one", tags: [odd]}
      spec: {type: library, lifecycle: experimental, owner: lost}
      """
    return (services + [library]).joined(separator: "\n---\n")
  }

  @Test(.enabled(if: Browser.isInstalled, "chromium or python3 is not installed"))
  func filtersSortsExportsAndKeepsItsStateInTheAddress() throws {
    let site = try SampleSite()
    try site.folder.write(Self.descriptors(), to: "repos/many/catalog-info.yaml")
    _ = try site.build(output: "served/some/base")
    try site.folder.write(["served/probe.html": Self.probe, "served/report": ""])

    let visit = try Browser.visit("probe.html", of: "\(site.folder.path)/served")
    let found = try JSONDecoder().decode(Findings.self, from: Data(visit.report.utf8))

    #expect(found.stillRows == 100)
    #expect(found.stillNext == "../catalog/-/2/")
    #expect(found.rowsBefore == 100)
    #expect(found.types == ["service 150", "library 1", "website 1"])
    #expect(found.query == "?type=service")
    #expect(found.status == "1–100 of 150")
    #expect(!found.headings.contains("Type"), "a type that is chosen needs no column")
    #expect(found.headings.contains("Owner"))
    #expect(found.firstName == "service-1")
    #expect(found.focus == "type")
    #expect(found.sort == "descending")
    #expect(found.sortedNames == ["service-150", "service-149"])
    #expect(found.queryAfterBack == "?type=service")
    #expect(found.namesByAddress == ["=Lonely, one"])
    #expect(found.ownerButton == "Owner: lost")
    #expect(found.secondPage == "101–152 of 152")
    #expect(found.rowsOnSecondPage == 52)
    #expect(
      found.csv == [
        "ref,name,title,owner,tags",
        "component:default/lonely,lonely,\"'=Lonely, one\",group:default/lost,odd", "",
      ]
    )
    #expect(found.starred == ["=Lonely, one"])
    #expect(found.empty == "No entity matches")
    #expect(found.problems == 0)
    #expect(found.problemsShown == "0 of 1 shown")
    #expect(visit.failures == [])
    #expect(visit.messages == [])
  }
}
