import CallboardTestSupport
import Foundation
import Testing

/// Holds the package against the table of targets in `docs/architecture.md`.
@Suite struct ArchitectureTests {
  private struct Manifest: Decodable {
    struct Target: Decodable {
      struct Dependency: Decodable {
        /// `[name, …]` of whichever form the dependency has.
        var name: String

        init(from decoder: any Decoder) throws {
          let forms = try decoder.singleValueContainer().decode([String: [Part]].self)
          guard case .text(let name)? = forms.values.first?.first else {
            throw DecodingError.dataCorrupted(
              .init(codingPath: decoder.codingPath, debugDescription: "a dependency has no name")
            )
          }
          self.name = name
        }

        enum Part: Decodable {
          case text(String)
          case other

          init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            self = (try? container.decode(String.self)).map(Part.text) ?? .other
          }
        }
      }

      var name: String
      var type: String
      var dependencies: [Dependency]
    }

    var targets: [Target]
  }

  /// What each row of the table allows, by target, with names as in the package.
  private static func table() throws -> [String: Set<String>] {
    let text = try PackageFolder.text(of: "docs/architecture.md")
    let section = try #require(text.firstRange(of: "## Targets"))
    var rows: [String: Set<String>] = [:]
    for line in text[section.upperBound...].split(separator: "\n") where line.hasPrefix("| `") {
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      let allowed = cells[2] == "–" ? [] : cells[2].split(separator: ", ").map(String.init)
      for name in cells[0].split(separator: ", ") {
        rows[name.filter { $0 != "`" }] = Set(allowed)
      }
    }
    return rows
  }

  private static func manifest() throws -> Manifest {
    // A scratch folder of its own: the running test holds the lock of the package's.
    let scratch = try TemporaryFolder()
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "swift", "package", "--package-path", PackageFolder.url.path, "--scratch-path", scratch.path,
      "dump-package",
    ]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return try JSONDecoder().decode(Manifest.self, from: data)
  }

  @Test func importsOnlyWhatTheTableAllows() throws {
    let table = try Self.table()
    let targets = try Self.manifest().targets.filter { target in
      target.type != "test" && target.type != "plugin" && target.name != "CallboardTestSupport"
    }
    #expect(Set(targets.map(\.name)) == Set(table.keys))
    for target in targets {
      let found = target.dependencies.map(\.name).filter { $0 != "PackResources" }
        .map { $0.hasPrefix("Callboard") ? String($0.dropFirst("Callboard".count)) : $0 }
      #expect(Set(found) == table[target.name], "\(target.name)")
    }
  }

  @Test func describesEveryTargetInTheProjectsOwnCatalog() throws {
    let catalog = try PackageFolder.text(of: "catalog-info.yaml")
    let resources = [
      "CYAML": "libyaml", "CCMarkGFM": "libcmark-gfm", "CXXHash": "libxxhash",
      "ArgumentParser": "swift-argument-parser",
      "NIOCore": "swift-nio", "NIOPosix": "swift-nio", "NIOHTTP1": "swift-nio",
    ]
    for target in try Self.manifest().targets
    where ["regular", "executable"].contains(target.type) && target.name != "CallboardTestSupport" {
      let document = try #require(
        catalog.components(separatedBy: "\n---\n").first { $0.contains("title: \(target.name)\n") },
        "\(target.name) is missing from catalog-info.yaml"
      )
      let declared = document.split(separator: "\n")
        .filter { $0.hasPrefix("    - component:") || $0.hasPrefix("    - resource:") }
        .map { String($0.dropFirst("    - ".count)) }
      let expected = target.dependencies.map(\.name).filter { $0 != "PackResources" }
        .map { name in
          if let resource = resources[name] { return "resource:\(resource)" }
          return "component:\(Self.kebab(name))"
        }
      #expect(Set(declared) == Set(expected), "\(target.name)")
    }
  }

  /// `CallboardTestSupport` → `callboard-test-support`, `CallboardCLI` → `callboard-cli`.
  private static func kebab(_ name: String) -> String {
    var result = ""
    var previous: Character?
    for character in name {
      if character.isUppercase, let previous, previous.isLowercase { result += "-" }
      result += character.lowercased()
      previous = character
    }
    return result
  }
}
