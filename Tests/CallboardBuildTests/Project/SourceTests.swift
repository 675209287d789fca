import CallboardTestSupport
import Foundation
import Testing

/// Checks of the sources that neither compiler nor formatter makes.
@Suite struct SourceTests {
  /// The Swift files of the package's own targets by path.
  private static func sources() throws -> [String: [Substring]] {
    let root = PackageFolder.url
    var sources: [String: [Substring]] = [:]
    for folder in ["Sources", "Tests"] {
      let entries = FileManager.default.enumerator(
        at: root.appending(path: folder),
        includingPropertiesForKeys: nil
      )
      for case let file as URL in entries ?? .init() where file.pathExtension == "swift" {
        let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        sources[String(file.path.dropFirst(root.path.count + 1))] =
          text.split(separator: "\n", omittingEmptySubsequences: false)
      }
    }
    return sources
  }

  @Test func keepsFilesShort() throws {
    for (path, lines) in try Self.sources() {
      #expect(lines.count <= 500, "\(path) has \(lines.count) lines")
    }
  }

  @Test func documentsEveryPackageTypeAndFunction() throws {
    for (path, lines) in try Self.sources() where path.hasPrefix("Sources/") {
      for (index, line) in lines.enumerated() {
        let code = line.trimmingCharacters(in: .whitespaces)
        let isDeclaration = [
          "package struct", "package enum", "package final class", "package protocol",
          "package func", "package static func", "package mutating func",
        ].contains { code.hasPrefix($0) }
        guard isDeclaration, !Self.isWitness(code) else { continue }
        var above = index - 1
        while above > 0, lines[above].trimmingCharacters(in: .whitespaces).hasPrefix("@") {
          above -= 1
        }
        let comment = above >= 0 ? lines[above].trimmingCharacters(in: .whitespaces) : ""
        #expect(comment.hasPrefix("///"), "\(path):\(index + 1): '\(code)' has no comment")
      }
    }
  }

  /// Whether a function is what a documented protocol demands.
  private static func isWitness(_ code: String) -> Bool {
    [
      "static func <", "static func ==", "func hash(into", "func validate()", "func run()",
      "func begin(", "func advance(", "func end()", "func tell(", "func write(_ file: OutputFile)",
      "func finish()",
    ].contains { code.contains($0) }
  }
}
