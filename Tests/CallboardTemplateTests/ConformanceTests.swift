import CallboardTemplate
import Foundation
import Testing

@Suite struct ConformanceTests {
  @Test func answersAsTheOracleDoes() throws {
    let fixture = try ConformanceFixture()
    var mismatches: [String] = []
    var stale = Set(ConformanceDeviation.reasons.keys)
    for item in fixture.cases {
      let outcome = item.render()
      let agrees = outcome == item.expected
      if ConformanceDeviation.reasons[item.name] != nil {
        if !agrees { stale.remove(item.name) }
      } else if !agrees {
        mismatches.append(
          """
          \(item.name)
            template: \(item.template.debugDescription)
            expected: \(item.expected.description)
            got:      \(outcome.description)
          """
        )
      }
    }
    #expect(fixture.cases.count >= 250)
    if !mismatches.isEmpty {
      Issue.record("\(mismatches.count) cases differ:\n\(mismatches.joined(separator: "\n"))")
    }
    #expect(stale.isEmpty, "these deviations are none: \(stale.sorted())")
  }

  @Test(.enabled(if: Oracle.isInstalled, "needs node and its package nunjucks"))
  func storesWhatTheOracleAnswers() throws {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("conformance-\(UUID().uuidString).json")
    defer { try? FileManager.default.removeItem(at: file) }
    try #require(Oracle.run([Oracle.generator.path, file.path]) == 0)
    let isSame = try Data(contentsOf: file) == Data(contentsOf: ConformanceFixture.file)
    #expect(isSame, "Fixtures/conformance.json is not what Oracle/generate.js writes")
  }
}

/// The real Nunjucks, where this machine has it.
private enum Oracle {
  static let generator = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Oracle/generate.js")

  static var isInstalled: Bool { run(["-e", "require('nunjucks')"]) == 0 }

  /// Runs node and waits for its exit status; nil if there is no node.
  static func run(_ arguments: [String]) -> Int32? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["node"] + arguments
    var environment = ProcessInfo.processInfo.environment
    // Where Debian's packages for node are.
    environment["NODE_PATH", default: ""] += ":/usr/share/nodejs"
    process.environment = environment
    process.standardError = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    do { try process.run() } catch { return nil }
    process.waitUntilExit()
    return process.terminationStatus
  }
}
