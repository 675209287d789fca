import CallboardTestSupport
import Foundation
import Testing

/// Holds `docs/reference/diagnostics/` against the ids that the sources declare.
@Suite struct DiagnosticReferenceTests {
  private static let folder = "docs/reference/diagnostics"

  /// The reference's pages by their names: `theme.md`.
  private static func pages() throws -> [String: String] {
    let url = PackageFolder.url.appending(path: folder)
    let names = try FileManager.default.contentsOfDirectory(atPath: url.path)
    return Dictionary(
      uniqueKeysWithValues: try names.map { ($0, try PackageFolder.text(of: "\(folder)/\($0)")) }
    )
  }

  private static func documented(on text: String) -> [String] {
    text.matches(of: /(?m)^###? `([a-z0-9-]+)`$/).map { String($0.1) }
  }

  @Test func hasASectionForEachIDAndNoOther() throws {
    let root = PackageFolder.url.appending(path: "Sources")
    var declared: Set<String> = []
    let entries = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
    for case let file as URL in entries ?? .init() where file.pathExtension == "swift" {
      let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
      for match in text.matches(of: /Self\(rawValue: "([a-z0-9-]+)"\)/) {
        declared.insert(String(match.1))
      }
    }
    let documented = try Self.pages().values.flatMap(Self.documented)
    #expect(declared.count > 50)
    #expect(Set(documented) == declared)
    #expect(documented.count == Set(documented).count, "an id has two sections")
  }

  @Test func listsEachIDOnItsFirstPageWithItsSection() throws {
    var pages = try Self.pages()
    let first = try #require(pages["index.md"])
    pages["index.md"] = nil
    let listed = first.matches(of: /\[`([a-z0-9-]+)`\]\(([a-z-]+\.md)#([a-z0-9-]+)\)/)
    var sections: [String: String] = [:]
    for (name, text) in pages {
      for id in Self.documented(on: text) { sections[id] = name }
    }
    for entry in listed {
      #expect(sections.removeValue(forKey: String(entry.1)) == String(entry.2))
      #expect(entry.1 == entry.3)
    }
    #expect(sections.isEmpty, "ids that the list lacks")
  }
}
