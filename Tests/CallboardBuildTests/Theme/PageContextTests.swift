import CallboardBuild
import CallboardTestSupport
import Foundation
import Testing

/// Holds `docs/reference/page-context.md` against the pages of the sample organisation.
@Suite struct PageContextTests {
  /// The names in the first table of a section, without those of lists' elements.
  private static func names(of section: String, in reference: String) -> [String] {
    guard let start = reference.firstRange(of: "\n## \(section)\n") else { return [] }
    let rest = reference[start.upperBound...]
    let end = rest.firstRange(of: "\n## ")?.lowerBound ?? rest.endIndex
    let lines = rest[..<end].split(separator: "\n", omittingEmptySubsequences: false)
    let table = lines.drop { !$0.hasPrefix("|") }.prefix { $0.hasPrefix("|") }
    return table.filter { $0.hasPrefix("| `") }.flatMap { row in
      (row.split(separator: "|").first ?? "").matches(of: /`([A-Za-z.]+)`/).map { String($0.1) }
    }
  }

  /// A template that tells which of some names it lacks; a member counts only where its parent is an object.
  private static func template(asking names: [String]) -> String {
    let questions = names.map { name -> String in
      let question = "{% if \(name) is not defined %}<p>lacks \(name).</p>{% endif %}"
      guard let dot = name.lastIndex(of: ".") else { return question }
      return "{% if \(name[..<dot]) is mapping %}\(question){% endif %}"
    }
    return "<h1>asked</h1>\n" + questions.joined(separator: "\n") + "\n"
  }

  @Test func givesPagesEveryNameThatItLists() throws {
    let reference = try PackageFolder.text(of: "docs/reference/page-context.md")
    let shared = Self.names(of: "Every page", in: reference)
    #expect(shared.contains("site.title"))
    let pages = try FileManager.default.contentsOfDirectory(
      atPath: PackageFolder.url.appending(path: "theme/templates/pages").path
    )
    .map { $0.replacing(".html", with: "") }

    let folder = try TemporaryFolder()
    for page in pages {
      let names = Self.names(of: page, in: reference)
      #expect(!names.isEmpty || page == "not-found", "\(page) has no section")
      try folder.write(
        Self.template(asking: shared + names),
        to: "portal/templates/pages/\(page).html"
      )
    }
    let examples = PackageFolder.url.appending(path: "docs/examples").path
    try folder.write(
      """
      site: {title: Tidewater}
      sources: [{path: "\(examples)/*"}]
      catalog: {kinds: [{kind: Vessel, apiVersion: tidewater.example/v1, icon: vessel}]}
      theme: {folder: portal}
      """,
      to: "site.yaml"
    )
    _ = try BuildSession(
      request: BuildRequest(
        configuration: "\(folder.path)/site.yaml",
        output: "\(folder.path)/dist",
        cache: "\(folder.path)/cache",
        jobs: 2,
        executable: BuiltProduct.callboard
      ),
      progress: NoProgress()
    ).build()
    var lacking: [String: Set<String>] = [:]
    var asked = 0
    for (path, bytes) in try folder.contents(of: "dist") where path.hasSuffix(".html") {
      let text = String(decoding: bytes, as: UTF8.self)
      if text.hasPrefix("<h1>asked</h1>") { asked += 1 }
      for match in text.matches(of: /lacks ([A-Za-z.]+)\./) {
        lacking[String(match.1), default: []].insert(path)
      }
    }
    for (name, paths) in lacking {
      Issue.record("'\(name)' is listed and missing on \(paths.sorted()[0])")
    }
    #expect(asked > 100)
  }
}
