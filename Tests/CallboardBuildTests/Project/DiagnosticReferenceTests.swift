import CallboardTestSupport
import Foundation
import Testing

/// Holds `docs/reference/diagnostics.md` against the ids that the sources declare.
@Suite struct DiagnosticReferenceTests {
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
    let reference = try PackageFolder.text(of: "docs/reference/diagnostics.md")
    let documented = reference.matches(of: /(?m)^### `([a-z0-9-]+)`$/).map { String($0.1) }
    #expect(declared.count > 50)
    #expect(Set(documented) == declared)
    #expect(documented.count == Set(documented).count, "an id has two sections")
  }
}
