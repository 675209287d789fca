import CallboardBuild
import CallboardDiagnostics
import CallboardTestSupport
import Foundation
import Testing

/// Menus, sections, cards and tabs in the order of the operator.
@Suite struct LayoutTests {
  private func site(_ layout: String) throws -> SampleSite {
    let site = try SampleSite()
    try site.folder.write([
      "site.yaml": (SampleSite.files["site.yaml"] ?? "") + "\n" + layout
    ])
    return site
  }

  /// What a page's part says between two texts, without its markup.
  private func words(_ page: String, from start: String, to end: String) throws -> [String] {
    let first = try #require(page.firstRange(of: start)).upperBound
    let last = try #require(page[first...].firstRange(of: end)).lowerBound
    return page[first..<last].replacing(/<[^>]*>/, with: "\n").split(separator: "\n")
      .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
  }

  @Test func ordersTheMenu() throws {
    let site = try site(
      """
      layout:
        navigation:
          - docs
          - {page: catalog, label: Software}
          - {label: Runbooks, url: "https://runbooks.acme.example/?a=1&b=2", icon: help}
          - {label: The shop, route: /catalog/default/component/shop/}
      """
    )
    let report = try site.build()
    #expect(!report.diagnostics.contains { $0.id.rawValue.hasPrefix("layout-") })
    let home = try site.page("index.html")
    #expect(
      try words(home, from: "<nav class=\"site-nav\"", to: "</nav>").dropFirst()
        == ["Docs", "Software", "Runbooks", "The shop"]
    )
    #expect(
      home.contains(
        "<a href=\"https://runbooks.acme.example/?a=1&amp;b=2\" rel=\"noopener noreferrer\">"
      )
    )
    #expect(home.contains("href=\"./catalog/default/component/shop/\""))
    let catalog = try site.page("catalog/index.html")
    #expect(
      catalog.contains(
        "href=\"../catalog/\" data-cb-place=\"catalog\" aria-current=\"true\">Software</a>"
      )
    )
  }

  @Test func namesPagesAndIconsThatAreNotThere() throws {
    let site = try site(
      """
      layout:
        navigation:
          - {page: graph, icon: mapp}
          - {label: The shop, route: catalog/default/component/shopp/}
        home:
          - title: Tools
            links:
              - {title: Logs, url: "https://logs.acme.example/", icon: lst}
      """
    )
    let found = try site.build().diagnostics.filter { $0.id.rawValue.hasPrefix("layout-") }
      .sorted()
    #expect(
      found.map(\.id.rawValue) == [
        "layout-icon-unknown", "layout-route-unknown", "layout-icon-unknown",
      ]
    )
    #expect(found.map { $0.span?.range.lowerBound.line ?? 0 } == [6, 7, 11])
  }

  @Test func namesPlaceholdersThatNoEntityFills() throws {
    let site = try site(
      """
      layout:
        home:
          - {title: Tools, links: [{title: Logs, url: "https://logs.acme.example/{name}"}]}
        entities:
          - cards:
              - title: Operations
                links:
                  - {title: Fine, url: "https://a.example/{kind}/{namespace}/{name}/{type}/{1}"}
                  - {title: Misspelt, url: "https://a.example/{nmespace}/{name}"}
                  - {title: Another key, url: "https://a.example/{backstage.io/techdocs-reff}"}
                  - {title: Not used yet, url: "https://a.example/{pager.acme.example/schedule}"}
                  - {title: Open, url: "https://a.example/{name"}
              - title: Ask
                form:
                  address: 'https://a.example/new?of={nam}&title={what}'
                  submit: Open an issue
                  fields: [{name: what, label: What}]
      """
    )
    let found = try site.build().diagnostics.filter {
      $0.id.rawValue == "layout-placeholder-unknown"
    }
    .sorted()
    #expect(found.map { $0.span?.range.lowerBound.line ?? 0 } == [6, 12, 13, 15, 16])
    #expect(
      found.map { $0.help.first ?? "" } == [
        "Write the address in full, or move the card to 'layout.entities'.",
        "Change it to '{namespace}'.",
        "Change it to '{backstage.io/techdocs-ref}'.",
        "Write what the address takes between '{' and '}', and a brace of its own as '%7B'.",
        "Change it to '{name}'.",
      ]
    )
    #expect(found.contains { $0.summary.contains("'{nmespace}'") })
  }

  @Test func ordersTheFirstPage() throws {
    let site = try site(
      """
      layout:
        home:
          - {title: Start here, text: Two minutes., links: [{title: Handbook, url: "https://handbook.acme.example"}]}
          - owners
          - docs
      """
    )
    _ = try site.build()
    let home = try site.page("index.html")
    let places = [
      "Start here", "Two minutes.", "https://handbook.acme.example", "Owners", "Documentation",
    ]
    .compactMap { home.firstRange(of: $0)?.lowerBound }
    #expect(places.count == 5)
    #expect(places == places.sorted())
    #expect(!home.contains("class=\"hero\""))
    #expect(home.contains("<h1 class=\"visually-hidden\">Acme</h1>"), "a page has a heading")
    #expect(!home.contains(">Catalog</h2>"))
  }

  @Test func makesTheAddressOfALinkFromTheFieldsOfAForm() throws {
    let site = try site(
      """
      layout:
        home:
          - title: Ask
            form:
              address: 'https://git.acme.example/new?title={what}&kind={kind}'
              submit: Open an issue
              fields:
                - {name: what, label: What, value: A & B}
                - {name: kind, label: Kind, choices: [big, small]}
        entities:
          - cards:
              - title: Ask
                form:
                  address: 'https://git.acme.example/new?of={namespace}/{name}&title={what}'
                  submit: Open an issue
                  fields: [{name: what, label: What}]
      """
    )
    _ = try site.build()
    let home = try site.page("index.html")
    #expect(home.contains("href=\"https://git.acme.example/new?title=A%20%26%20B&amp;kind=big\""))
    #expect(home.contains("<option selected>big</option><option>small</option>"))
    let page = try site.page("catalog/default/component/shop/index.html")
    #expect(
      page.contains(
        "data-cb-form=\"https://git.acme.example/new?of=default/shop&amp;title={what}\""
      )
    )
  }

  @Test(arguments: ["/new?{what}", "https://git.acme.example/new", "javascript:{what}"])
  func refusesFormsWhoseLinkCannotBeMade(address: String) throws {
    let site = try site(
      """
      layout:
        home:
          - title: Ask
            form: {address: '\(address)', submit: Go, fields: [{name: what, label: What}]}
      """
    )
    let failure = #expect(throws: BuildFailure.self) { try site.build() }
    #expect(failure?.diagnostics.contains { $0.id.rawValue == "layout-invalid" } == true)
  }

  @Test func ordersCardsAndTabsByCondition() throws {
    let site = try site(
      """
      layout:
        entities:
          - match: {kind: component, spec.type: service}
            hide: [inspect]
          - match: kind=component,metadata.annotations.backstage.io/techdocs-ref
            cards:
              - title: Operations
                links:
                  - {title: Logs, url: "https://logs.acme.example/{kind}/{name}"}
                  - {title: Alerts, url: "https://alerts.acme.example/{acme.example/alerts}"}
              - '*'
            tabs: [inspect, relations]
      """
    )
    _ = try site.build()
    let shop = try site.page("catalog/default/component/shop/index.html")
    #expect(
      try words(shop, from: "aria-label=\"On this page\"", to: "</nav>").suffix(3)
        == ["About", "Inspect", "Relations"]
    )
    #expect(shop.contains("href=\"https://logs.acme.example/component/shop\""))
    #expect(!shop.contains("alerts.acme.example"), "an annotation that it does not have")
    let operations = try #require(shop.firstRange(of: ">Operations<")).lowerBound
    let about = try #require(shop.firstRange(of: "id=\"cb:about\"")).lowerBound
    #expect(operations < about)
    let inspect = try #require(shop.firstRange(of: "id=\"cb:inspect\"")).lowerBound
    let relations = try #require(shop.firstRange(of: "id=\"cb:relations\"")).lowerBound
    #expect(inspect < relations)
    let pay = try site.page("catalog/default/api/pay/index.html")
    #expect(!pay.contains("Operations"))
    #expect(
      try words(pay, from: "aria-label=\"On this page\"", to: "</nav>").suffix(4)
        == ["About", "Relations", "Definition", "Inspect"]
    )
  }

  /// Others tell which line of its descriptor declares a relation, and that line is nowhere then.
  @Test func leadsToNoLineOfAHiddenDescriptor() throws {
    func owner(_ rules: String) throws -> String {
      let site = try site("layout: {entities: [\(rules)]}")
      _ = try site.build()
      return try site.page("catalog/default/group/sellers/index.html")
    }
    let line = "component/shop/#L"
    #expect(try owner("").contains(line))
    #expect(try owner("{match: {kind: api}, hide: [inspect]}").contains(line))
    #expect(try !owner("{match: {kind: component}, hide: [inspect]}").contains(line))
    #expect(try !owner("{match: {kind: component}, tabs: [relations]}").contains(line))
    #expect(try owner("{match: {kind: component}, tabs: [relations, '*']}").contains(line))
  }

  @Test(arguments: [
    ("navigation: [catalogue]", "layout-name-unknown"),
    ("navigation: [{label: X}]", "layout-invalid"),
    ("navigation: [{label: X, url: 'javascript:alert(1)'}]", "layout-invalid"),
    ("navigation: [{label: X, route: '../up/'}]", "layout-invalid"),
    ("navigation: [3]", "layout-invalid"),
    ("home: [serch]", "layout-name-unknown"),
    ("home: [{title: X}]", "layout-invalid"),
    ("home: [{title: X, links: [{title: Y, url: 'javascript:alert(1)'}]}]", "layout-invalid"),
    ("entities: [{match: {kind: {$like: x}}}]", "query-operator-unknown"),
    ("entities: [{match: '$kind=x'}]", "query-filter-invalid"),
    ("entities: [{hide: [serch]}]", "layout-name-unknown"),
    ("entities: [{cards: [relations]}]", "layout-name-unknown"),
  ])
  func refusesWhatCannotBe(setting: String, id: String) throws {
    let read = SiteConfiguration.read(
      Array("sources: [{path: .}]\nlayout: {\(setting)}\n".utf8),
      file: SourcePath(repository: "", path: "site.yaml"),
      folder: "."
    )
    #expect(read.diagnostics.map(\.id.rawValue) == [id])
    #expect(read.diagnostics.first?.span?.range.lowerBound.line == 2)
  }
}
