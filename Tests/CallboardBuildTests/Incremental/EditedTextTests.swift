import CallboardBuild
import CallboardDiagnostics
import CallboardTestSupport
import Foundation
import Testing

/// A build after which nothing but texts of pages has changed reads and composes these alone, and comes to what a clean one
/// comes to.
@Suite struct EditedTextTests {
  private static let page = "repos/shop/docs/index.md"

  @Test func composesOnlyTheEditedPage() throws {
    let site = try EditableSite()
    try site.build()
    try site.edit(Self.page) { $0 + "\nOne more sentence of chrysanthemums.\n" }
    let report = try site.build()
    #expect(Self.isPartial(report))
    #expect(report.emitted?.written ?? 0 > 2)
    try site.requireClean(report)
    #expect(Self.isRepeated(try site.build()))
  }

  @Test func goesOnAfterAnotherEditOfTheSamePage() throws {
    let site = try EditableSite()
    try site.build()
    for number in 1...4 {
      try site.edit(Self.page) { $0 + "\nSentence \(number) of chrysanthemums.\n" }
      let report = try site.build()
      #expect(Self.isPartial(report), "edit \(number)")
      try site.requireClean(report)
    }
    try site.edit(Self.page) { _ in EditableSite.files[Self.page] ?? "" }
    let report = try site.build()
    #expect(Self.isPartial(report))
    try site.requireClean(report)
  }

  @Test func takesTwoPagesAtOnce() throws {
    let site = try EditableSite()
    try site.build()
    try site.edit(Self.page) { $0 + "\nRoses.\n" }
    try site.edit("repos/tools/docs/usage.md") { $0 + "\nTulips.\n" }
    let report = try site.build()
    #expect(Self.isPartial(report))
    try site.requireClean(report)
  }

  /// What somebody else than the page's own text shows, or what nobody can tell without the rest of the site.
  @Test(arguments: [
    "# Another title\n\nText.\n", "---\ntags: [t]\n---\n# Shop\n\nText.\n",
    "# Shop\n\n## Another heading\n\nText.\n", "# Shop\n\n[Nowhere](nowhere.md)\n",
    "# Shop\n\n[Tools](entity:component:tools)\n", "# Shop\n\n--8<-- \"terms.md\"\n",
    "# Shop\n\n```mermaid\ngraph TD\n```\n", "# Shop\n\n![Plan](img/plan.svg)\n",
    "# Shop\n\n<u onclick=\"x()\">Text</u>\n", "# Shop\n\n[TAGS]\n",
    "# Shop\n\n{{ git_revision_date }}\n",
  ])
  func buildsTheWholeSiteForOtherEdits(text: String) throws {
    let site = try EditableSite()
    try site.build()
    try site.edit(Self.page) { _ in text }
    let report = try site.build()
    #expect(text.contains("TAGS") || text.contains("git_") || !Self.isPartial(report))
    try site.requireClean(report)
  }

  @Test(arguments: [
    "repos/shop/docs/new.md", "repos/shop/docs/img/new.svg", "repos/shop/catalog-info.yaml",
    "repos/shop/mkdocs.yml", "repos/tools/mkdocs.yml", "site.yaml",
  ])
  func buildsTheWholeSiteWhenAnotherFileHasChanged(path: String) throws {
    let site = try EditableSite()
    try site.build()
    try site.edit(Self.page) { $0 + "\nRoses.\n" }
    try site.edit(path) { $0 + "\n" }
    let report = try site.build()
    #expect(!Self.isPartial(report))
    try site.requireClean(report)
  }

  @Test func buildsTheWholeSiteForAPageThatIncludesAnotherFile() throws {
    let site = try EditableSite()
    try site.edit(Self.page) { $0 + "\n--8<-- \"terms.md\"\n" }
    try site.build()
    try site.edit(Self.page) { $0 + "\nRoses.\n" }
    let report = try site.build()
    #expect(!Self.isPartial(report))
    try site.requireClean(report)
  }

  @Test func buildsTheWholeSiteForAPageWithAFinding() throws {
    let site = try EditableSite()
    try site.edit(Self.page) { $0 + "\n[Nowhere](nowhere.md)\n" }
    try site.build()
    try site.edit(Self.page) { $0 + "\nRoses.\n" }
    let report = try site.build()
    #expect(!Self.isPartial(report))
    #expect(report.diagnostics.contains { $0.id.rawValue == "link-target-missing" })
    try site.requireClean(report)
  }

  @Test func buildsTheWholeSiteForAPageOfGit() throws {
    let site = try EditableSite()
    try GitRepository("repos/shop", in: site.folder).commit("Begin", date: 1_700_000_000)
    try site.build()
    try site.edit(Self.page) { $0 + "\nRoses.\n" }
    let report = try site.build()
    #expect(!Self.isPartial(report))
    try site.requireClean(report)
  }

  @Test func buildsTheWholeSiteWhenTheOutputIsNotAsItWasLeft() throws {
    let site = try EditableSite()
    try site.build()
    try site.folder.remove("dist/about/index.html")
    try site.edit(Self.page) { $0 + "\nRoses.\n" }
    let report = try site.build()
    #expect(!Self.isPartial(report))
    try site.requireClean(report)
  }

  @Test(arguments: ["pages-composed", "search", "builds"])
  func buildsTheWholeSiteWhenWhatWasKeptIsGone(folder: String) throws {
    let site = try EditableSite()
    try site.build()
    let kept = "\(site.folder.path)/cache/\(folder)"
    for name in try FileManager.default.contentsOfDirectory(atPath: kept)
    where !name.hasSuffix(".record") {
      try site.folder.remove("cache/\(folder)/\(name)")
    }
    try site.edit(Self.page) { $0 + "\nRoses.\n" }
    try site.requireClean(try site.build())
  }

  @Test func buildsTheWholeSiteWhenWhatWasKeptIsDamaged() throws {
    let site = try EditableSite()
    try site.build()
    let kept = try site.folder.contents(of: "cache/builds")
    let name = try #require(kept.keys.first { $0.hasSuffix(".texts") })
    var bytes = try #require(kept[name])
    bytes[bytes.count / 2] ^= 1
    try bytes.write(to: site.folder.url.appending(path: "cache/builds/\(name)"))
    try site.edit(Self.page) { $0 + "\nRoses.\n" }
    let report = try site.build()
    #expect(!Self.isPartial(report))
    try site.requireClean(report)
  }

  @Test func equalsACleanBuildAfterEachOfManyRandomEdits() throws {
    let environment = ProcessInfo.processInfo.environment
    let count = environment["CALLBOARD_INCREMENTAL_CHANGES"].flatMap { Int($0) } ?? 30
    let seed =
      environment["CALLBOARD_INCREMENTAL_SEED"].flatMap { UInt64($0) } ?? .random(in: 0..<1_000_000)
    print("Random edits with CALLBOARD_INCREMENTAL_SEED=\(seed)")
    var random = SeededGenerator(seed: seed)
    let site = try EditableSite()
    try site.build()
    var partial = 0
    for number in 1...count {
      let path = EditableSite.pages.randomElement(using: &random) ?? Self.page
      try site.edit(path) { text in
        let words =
          ["rose", "tulip \(number)", "## Heading \(number)\n\nText", "the the the"] + [
            "`code_\(number)`", "[to](index.md)", "- item\n- item", "[x](gone.md)", "café",
          ]
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        switch Int.random(in: 0..<4, using: &random) {
        case 0 where lines.count > 6: return lines.dropLast(2).joined(separator: "\n")
        case 1: return text.replacing("rose", with: "violet")
        default: return text + "\n\(words.randomElement(using: &random) ?? "")\n"
        }
      }
      let report = try site.build()
      if Self.isPartial(report) { partial += 1 }
      try site.requireClean(report, "seed \(seed), edit \(number) of \(path)")
    }
    #expect(partial > count / 5, "the edits that matter are tried")
  }

  /// Whether a build has read but a part of the site.
  private static func isPartial(_ report: BuildReport) -> Bool {
    let stages = report.timings.entries.map(\.stage)
    return stages.contains("render") && !stages.contains("crawl")
  }

  private static func isRepeated(_ report: BuildReport) -> Bool {
    report.timings.entries.map(\.stage) == ["inputs", "output"]
  }
}

/// A portal whose pages are edited, with a shared list of words large enough for several files of terms.
private struct EditableSite {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(Self.files)
  }

  static let pages = files.keys.filter { $0.hasSuffix(".md") && $0.contains("/docs/") }.sorted()

  static let files: [String: String] = {
    var files = [
      "site.yaml":
        "site: {title: Acme, url: \"https://portal.acme.example\"}\nsources:\n  - path: repos/*\n",
      "repos/shop/docs/index.md": "# Shop\n\nText of roses. See [usage](guide.md).\n",
      "repos/shop/docs/guide.md": "# Guide\n\n## Details\n\nMore text of roses.\n",
      "repos/shop/docs/img/plan.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n",
      "repos/shop/snippets/terms.md": "Terms.\n",
      "repos/tools/docs/index.md": "# Tools\n\nTo [usage](usage.md).\n",
      "repos/tools/docs/usage.md": "# Usage\n\nA `tool` is used.\n\n## Details\n\nMore.\n",
    ]
    for name in ["shop", "tools"] {
      files["repos/\(name)/catalog-info.yaml"] = """
        apiVersion: backstage.io/v1alpha1
        kind: Component
        metadata:
          name: \(name)
          annotations: {backstage.io/techdocs-ref: "dir:."}
        spec: {type: service, lifecycle: production, owner: sellers}

        """
      files["repos/\(name)/mkdocs.yml"] = "site_name: Docs of \(name)\n"
    }
    for page in 0..<40 {
      let words = (0..<60).map { "word\((page * 37 + $0 * 11) % 900)x" }.joined(separator: " ")
      files["repos/tools/docs/list/page-\(page).md"] = "# Page \(page)\n\n\(words)\n"
    }
    return files
  }()

  func edit(_ path: String, _ change: (String) -> String) throws {
    try folder.write(change((try? folder.text(of: path)) ?? ""), to: path)
  }

  @discardableResult
  func build(output: String = "dist", cache: String = "cache") throws -> BuildReport {
    try BuildSession(
      request: BuildRequest(
        configuration: "\(folder.path)/site.yaml",
        output: "\(folder.path)/\(output)",
        cache: "\(folder.path)/\(cache)",
        jobs: 2,
        executable: BuiltProduct.callboard
      ),
      progress: NoProgress()
    )
    .build()
  }

  /// Requires the output, and what a build has said, to be those of a clean build.
  func requireClean(_ report: BuildReport, _ place: String = "") throws {
    let clean = try build(output: "clean", cache: "no-cache")
    try #require(report.diagnostics == clean.diagnostics, "\(place)")
    try #require(report.pageCount == clean.pageCount, "\(place)")
    try #require(report.entityCount == clean.entityCount, "\(place)")
    try #require(report.repositoryCount == clean.repositoryCount, "\(place)")
    try #require(
      (report.emitted?.written ?? 0) + (report.emitted?.unchanged ?? 0)
        == clean.emitted?.written,
      "\(place)"
    )
    let found = try folder.contents(of: "dist")
    let expected = try folder.contents(of: "clean")
    let different = Set(found.keys).union(expected.keys).filter { found[$0] != expected[$0] }
    try #require(different.isEmpty, "\(place); \(different.sorted().prefix(5))")
    for name in ["clean", "no-cache", ".clean.callboard"] { try folder.remove(name) }
  }
}
