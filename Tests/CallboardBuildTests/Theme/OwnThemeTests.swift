import CallboardBuild
import CallboardDiagnostics
import CallboardTestSupport
import Foundation
import Testing

/// Sites with a look of their own.
@Suite struct OwnThemeTests {
  /// The sample organisation with a theme, built into `dist` of a folder.
  private func build(
    _ theme: String,
    _ files: [String: String],
    icon: String = "vessel",
    jobs: Int = 2,
    in folder: TemporaryFolder
  ) throws -> BuildReport {
    let examples = PackageFolder.url.appending(path: "docs/examples").path
    try folder.write(
      files.merging([
        "site.yaml": """
        site: {title: Tidewater}
        sources: [{path: "\(examples)/*"}]
        catalog: {kinds: [{kind: Vessel, apiVersion: tidewater.example/v1, icon: \(icon)}]}
        \(theme)
        """
      ]) { _, new in new }
    )
    return try BuildSession(
      request: BuildRequest(
        configuration: "\(folder.path)/site.yaml",
        output: "\(folder.path)/dist",
        cache: "\(folder.path)/cache",
        jobs: jobs,
        executable: BuiltProduct.callboard
      ),
      progress: NoProgress()
    ).build()
  }

  @Test(arguments: [1, 2])
  func keepsWhatWasRenderedWhenTheThemeFails(jobs: Int) throws {
    let folder = try TemporaryFolder()
    let page = "portal/templates/pages/home.html"
    #expect(throws: BuildFailure.self) {
      try build("theme: {folder: portal}", [page: "{% if %}"], jobs: jobs, in: folder)
    }
    let mended = try build("theme: {folder: portal}", [page: "<p>Home</p>"], jobs: jobs, in: folder)
    #expect(mended.timings.entries.first { $0.stage == "render" }?.items == 0)
    #expect(mended.timings.entries.first { $0.stage == "compose" }?.items ?? 0 > 0)
  }

  private func ids(_ report: BuildReport) -> [String] {
    report.diagnostics.map(\.id.rawValue).filter { $0.hasPrefix("theme-") }
  }

  /// The files of the site by a path that may leave out the folder of assets, whose name depends on their content.
  private func asset(_ path: String, in folder: TemporaryFolder) throws -> String {
    let assets = "\(folder.path)/dist/assets"
    let version = try #require(try FileManager.default.contentsOfDirectory(atPath: assets).first)
    return try folder.text(of: "dist/assets/\(version)/\(path)")
  }

  @Test func showsTokensSlotsAndTemplatesOfTheOperator() throws {
    let folder = try TemporaryFolder()
    let report = try build(
      """
      theme:
        folder: portal
        colour: '#7b1fa2'
        radius: large
        logo: {light: sign.svg, title: false}
        favicon: sign.svg
        tokens: {page-size: 90rem, mark: {light: '#ffeeaa', dark: '#4d4112'}}
      """,
      [
        "sign.svg":
          "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 80 20\"><path d=\"M0 0h80v20z\"/></svg>",
        "portal/templates/slots/footer-end.html":
          "<p class=\"imprint\">Imprint of {{ site.title }}</p>\n",
        "portal/templates/slots/entity-side-end.html":
          "<p class=\"card\">{{ entity.title }} is a {{ entity.kindLabel }}</p>\n",
        "portal/templates/pages/home.html": """
        {% extends "shipped/pages/home.html" %}
        {% block main %}<p class="hail">Ahoy</p>{{ super() }}{% endblock %}
        """,
        "portal/styles/imprint.css": ".imprint { background: url(\"../files/dot.svg\"); }\n",
        "portal/scripts/hail.js": "import { greet } from \"./parts/greet.js\";\ngreet();\n",
        "portal/scripts/parts/greet.js": "export function greet() {}\n",
        "portal/strings/en.yaml": "nav.docs: Manuals\n",
        "portal/files/dot.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
        "portal/icons/anchor.svg":
          "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 24 24\"><path d=\"M1 1\"/></svg>",
      ],
      in: folder
    )
    #expect(ids(report) == [])
    let home = try folder.text(of: "dist/index.html")
    #expect(home.contains("<p class=\"hail\">Ahoy</p>"), "the template")
    #expect(home.contains("class=\"kind-grid\""), "what the shipped template shows")
    #expect(
      home.contains(">Manuals</a>") && home.contains(">Changes</a>"),
      "a word of the operator's"
    )
    #expect(home.contains("<p class=\"imprint\">Imprint of Tidewater</p>"), "the slot")
    #expect(home.contains("width=\"80\" height=\"20\""), "a logo that moves nothing")
    #expect(home.contains("alt=\"Tidewater\""), "a logo in place of the title")
    #expect(home.contains("/styles/imprint.css\">"))
    #expect(home.contains("<script type=\"module\" src=\"./assets/"))
    #expect(home.contains("/scripts/hail.js\"></script>"))
    #expect(!home.contains("parts/greet.js"), "a module that another one imports")
    #expect(!home.contains("<style") && !home.contains(" style="), "nothing in the page itself")
    let entity = try folder.text(of: "dist/catalog/default/component/booking-api/index.html")
    #expect(entity.contains("<p class=\"card\">Booking API is a Component</p>"))

    let css = try asset("style.css", in: folder).replacing(" ", with: "")
    #expect(css.contains("--cb-page-size:90rem"))
    #expect(css.contains("--cb-accent:light-dark(#7b1fa2,"))
    #expect(css.contains("--cb-radius:0.875rem"))
    #expect(try asset("styles/imprint.css", in: folder).contains("../files/dot.svg"))
    #expect(try asset("files/dot.svg", in: folder).contains("<svg"))
    #expect(try asset("brand/light/sign.svg", in: folder).contains("<svg"))
    #expect(try asset("icons.svg", in: folder).contains("<symbol id=\"anchor\""))
    #expect(try asset("scripts/parts/greet.js", in: folder).contains("greet"))
  }

  @Test func seesThatAFileOfTheThemeHasChanged() throws {
    let folder = try TemporaryFolder()
    let slot = "portal/templates/slots/page-start.html"
    _ = try build("theme: {folder: portal}", [slot: "<p>One</p>"], in: folder)
    let before = try folder.text(of: "dist/index.html")
    _ = try build("theme: {folder: portal}", [slot: "<p>Two</p>"], in: folder)
    let after = try folder.text(of: "dist/index.html")
    #expect(before.contains("<p>One</p>") && after.contains("<p>Two</p>"))
    #expect(!after.contains("<p>One</p>"))
    // A preview listens there.
    let slots = try #require(realpath("\(folder.path)/portal/templates/slots", nil))
    defer { free(slots) }
    #expect(try SampleSite.watchedFolders(in: folder).contains(String(cString: slots)))
  }

  @Test func drawsKindsWithIconsOfTheOperator() throws {
    let folder = try TemporaryFolder()
    let icon =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 24 24\"><path d=\"M1 1\"/></svg>"
    _ = try build(
      "theme: {folder: portal}",
      ["portal/icons/anchor.svg": icon],
      icon: "anchor",
      in: folder
    )
    #expect(try folder.text(of: "dist/index.html").contains("icons.svg#anchor"))
  }

  @Test func publishesFontsOfTheOperator() throws {
    let folder = try TemporaryFolder()
    _ = try build(
      "theme: {fonts: {text: {family: Acme Sans, files: [Acme.woff2]}, mono: serif}}",
      ["Acme.woff2": "a font"],
      in: folder
    )
    let css = try asset("style.css", in: folder).replacing(" ", with: "")
    #expect(css.contains("src:url(\"fonts/Acme.woff2\")format(\"woff2\")"))
    #expect(css.contains("--cb-font:\"AcmeSans\",Inter,"))
    #expect(css.contains("--cb-mono:Charter,"))
    #expect(try asset("fonts/Acme.woff2", in: folder) == "a font")
    let home = try folder.text(of: "dist/index.html")
    #expect(home.contains("<link rel=\"preload\" as=\"font\" type=\"font/woff2\""))
  }

  @Test func namesFilesThatNoPageShows() throws {
    let folder = try TemporaryFolder()
    let report = try build(
      "theme: {folder: portal}",
      [
        "portal/templates/slots/foter-end.html": "<p>Lost</p>",
        "portal/templates/page/home.html": "<p>Lost</p>",
        "portal/readme.txt": "A note to colleagues",
      ],
      in: folder
    )
    let found = report.diagnostics.filter { $0.id.rawValue.hasPrefix("theme-") }
    #expect(
      ids(report).sorted() == [
        "theme-file-unused", "theme-file-unused",
        "theme-slot-unknown",
      ]
    )
    let slot = try #require(found.first { $0.id.rawValue == "theme-slot-unknown" })
    #expect(slot.help.first?.contains("footer-end.html") == true)
    #expect(slot.span?.file.path.hasSuffix("portal/templates/slots/foter-end.html") == true)
  }

  /// Faults of templates, the file that each is in, and a part of the message.
  static let faults: [(file: String, text: String, line: Int, column: Int, message: String)] = [
    ("slots/page-end.html", "<p>\n  {{ site.titel }}</p>", 2, 11, "no member 'titel'"),
    ("slots/page-end.html", "<p>{{ sitte.title }}</p>", 1, 7, "nothing is called 'sitte'"),
    ("pages/home.html", "{% extends \"shipped/pages/hom.html\" %}", 1, 4, "no template is called"),
    (
      "pages/home.html",
      "{% extends \"shipped/pages/home.html\" %}\n{% block mian %}{% endblock %}",
      2, 4, "block"
    ),
    ("partials/footer.html", "{% include \"slots/footer-stat.html\" %}", 1, 4, "no template"),
    ("partials/footer.html", "{% if x %}", 1, 4, "if"),
    ("slots/page-end.html", "<p>\n<b style=\"top: 0\">x</b>", 2, 4, "the attribute 'style'"),
    ("slots/page-end.html", "<b onclick=\"go()\">x</b>", 1, 4, "the attribute 'onclick'"),
    ("slots/page-end.html", "<script>go()</script>", 1, 9, "script"),
  ]

  @Test(arguments: faults.indices) func namesThePlaceOfATemplatesFault(index: Int) throws {
    let fault = Self.faults[index]
    let folder = try TemporaryFolder()
    let failure = #expect(throws: BuildFailure.self) {
      try build(
        "theme: {folder: portal}",
        ["portal/templates/\(fault.file)": fault.text],
        in: folder
      )
    }
    let finding = try #require(failure?.diagnostics.first)
    #expect(finding.id.rawValue == "template-error")
    #expect(finding.span?.file.path == "\(folder.path)/portal/templates/\(fault.file)")
    #expect(finding.span?.range.lowerBound == .init(line: fault.line, column: fault.column))
    #expect(finding.summary.contains(fault.message), "\(finding.summary)")
  }

  @Test(arguments: [
    "colour: navy", "radius: huge", "logo: sign.bmp", "tokens: {mark: {light: '#fff'}}",
    "tokens: {mark: 'red; } body {'}", "tokens: {mark: 'url(x)'}", "fonts: {text: {family: A}}",
    "fonts: {text: {family: 'A\"', files: [a.woff2]}}", "fonts: {text: helvetica}", "density: 3",
    "fonts: {text: {family: A, files: [{file: a.woff2, weight: fat}]}}", "logo: {title: false}",
  ])
  func refusesWhatCannotBe(setting: String) throws {
    let folder = try TemporaryFolder()
    let failure = #expect(throws: BuildFailure.self) {
      try build("theme: {\(setting)}", [:], in: folder)
    }
    #expect(failure?.diagnostics.isEmpty == false)
    #expect(failure?.diagnostics.allSatisfy { $0.span?.range.lowerBound.line == 4 } == true)
  }

  @Test func saysWhichFileOfTheThemeIsMissing() throws {
    let folder = try TemporaryFolder()
    for theme in ["folder: portal", "favicon: sign.svg"] {
      let failure = #expect(throws: BuildFailure.self) {
        try build("theme: {\(theme)}", [:], in: folder)
      }
      #expect(failure?.summary.contains(theme.split(separator: " ")[1]) == true)
    }
  }
}
