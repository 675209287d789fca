import CallboardTestSupport
import Foundation
import Testing

@testable import CallboardSite

/// What sources ask for and what `theme/strings` has are the same.
@Suite struct StringUseTests {
  /// Keys as sources write them, and beginnings of keys that are put together: `kind.` of `"kind.\(kind)"`.
  private struct Uses {
    var keys: Set<String> = []
    var prefixes: Set<String> = []
  }

  private static func files(_ folder: String, _ suffixes: [String]) throws -> [String] {
    let url = PackageFolder.url.appending(path: folder)
    let paths = try FileManager.default.subpathsOfDirectory(atPath: url.path)
    return try paths.filter { path in suffixes.contains { path.hasSuffix($0) } }.sorted()
      .map { try String(contentsOf: url.appending(path: $0), encoding: .utf8) }
  }

  private static func uses() throws -> Uses {
    let sections = Set(UIStrings.english.keys.map { String($0.prefix { $0 != "." }) })
    var uses = Uses()
    let sources =
      try files("theme/templates", [".html"]) + files("theme/scripts", [".js"])
      + files("Sources/CallboardSite", [".swift"])
    // A key, or the beginning of one, in quotes of any kind; search asks for the keys of its section alone.
    let pattern = try Regex(#"["'`]([a-z]+(?:-[a-z]+)*\.)([A-Za-z0-9-]*)(["'`]|\\\(|\$\{)"#)
    for source in sources {
      for match in source.matches(of: pattern) {
        guard let section = match.output[1].substring, let rest = match.output[2].substring,
          let end = match.output[3].substring, sections.contains(String(section.dropLast()))
        else { continue }
        let isWhole = ["\"", "'", "`"].contains(end) && !rest.isEmpty
        if isWhole {
          uses.keys.insert("\(section)\(rest)")
        } else {
          uses.prefixes.insert("\(section)\(rest)")
        }
      }
    }
    return uses
  }

  @Test func hasEveryStringThatSourcesName() throws {
    let known = Set(UIStrings.english.keys)
    // Names of files look like keys.
    let missing = try Self.uses().keys.subtracting(known)
      .filter { !$0.hasSuffix(".js") && !$0.hasSuffix(".html") && !$0.hasSuffix("json") }
    #expect(missing.isEmpty, "theme/strings/en.yaml lacks \(missing.sorted())")
  }

  @Test func hasNoStringThatNothingShows() throws {
    let uses = try Self.uses()
    let ownPrefixes = ["search."]
    let unused = UIStrings.english.keys.filter { key in
      !uses.keys.contains(key) && !uses.prefixes.contains { key.hasPrefix($0) }
        && !ownPrefixes.contains { key.hasPrefix($0) }
    }
    #expect(unused.isEmpty, "nothing shows \(unused)")
  }
}
