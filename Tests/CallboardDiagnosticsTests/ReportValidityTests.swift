import CallboardDiagnostics
import CallboardTestSupport
import Foundation
import Testing

/// Lets other programs read what the formats print.
@Suite struct ReportValidityTests {
  private static let xmllint = "/usr/bin/xmllint"
  private static let python =
    PackageFolder.url.appending(path: ".build/test-tools/bin/python").path
  private static let hasSARIFReader =
    FileManager.default.isExecutableFile(atPath: python)
    && (try? run(python, ["-c", "import pydantic_sarif"]).exitCode) == 0

  private static let reports = [
    SampleReport.report, FindingReport(diagnostics: [], version: "1.2.3"),
  ]

  /// Runs a program and returns how it ended and what it said.
  private static func run(
    _ program: String,
    _ arguments: [String]
  ) throws -> (exitCode: Int32, text: String) {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    let logs = try TemporaryFolder()
    try logs.write("", to: "log")
    let log = try FileHandle(forWritingTo: logs.url.appending(path: "log"))
    process.standardOutput = log
    process.standardError = log
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, try logs.text(of: "log"))
  }

  @Test(
    .enabled(if: FileManager.default.isExecutableFile(atPath: xmllint), "xmllint is not installed")
  )
  func printsTheJUnitFormThatServersRead() throws {
    let schema = PackageFolder.url
      .appending(path: "Tests/CallboardDiagnosticsTests/Golden/junit.xsd").path
    for report in Self.reports {
      let folder = try TemporaryFolder()
      try folder.write(ReportFormatTests.text(.junit, report), to: "junit.xml")
      let outcome = try Self.run(
        Self.xmllint,
        ["--noout", "--schema", schema, "\(folder.path)/junit.xml"]
      )
      #expect(outcome.exitCode == 0, "\(outcome.text)")
    }
  }

  @Test(.enabled(if: hasSARIFReader, "pydantic-sarif is not installed: '.ci/setup test' does that"))
  func printsWhatTheSchemaOfSARIFAllows() throws {
    let program = """
      import sys, pydantic_sarif.model as model
      log = model.StaticAnalysisResultsFormatSarifVersion210JsonSchema
      log.model_validate_json(open(sys.argv[1]).read())
      """
    for report in Self.reports {
      let folder = try TemporaryFolder()
      try folder.write(ReportFormatTests.text(.sarif, report), to: "log.sarif")
      let outcome = try Self.run(Self.python, ["-c", program, "\(folder.path)/log.sarif"])
      #expect(outcome.exitCode == 0, "\(outcome.text)")
    }
  }

  /// What the schema cannot say: indexes lead to what is named beside them, and ids are unique.
  @Test func refersWithinSARIFByIndexesThatFit() throws {
    let log = try JSONSerialization.jsonObject(
      with: Data(ReportFormatTests.text(.sarif).utf8)
    )
    let runs = try #require((log as? [String: Any])?["runs"] as? [[String: Any]])
    let run = try #require(runs.first)
    let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    let rules = try #require(driver["rules"] as? [[String: Any]]).compactMap { $0["id"] as? String }
    let artifacts = try #require(run["artifacts"] as? [[String: Any]])
      .compactMap { ($0["location"] as? [String: Any])?["uri"] as? String }
    let bases = try #require(run["originalUriBaseIds"] as? [String: Any])
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(Set(rules).count == rules.count)
    #expect(results.count == SampleReport.diagnostics.count)
    for result in results {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(rules[index] == result["ruleId"] as? String)
      let locations = try #require(result["locations"] as? [[String: Any]])
      let related = result["relatedLocations"] as? [[String: Any]] ?? []
      for location in locations + related {
        guard let place = location["physicalLocation"] as? [String: Any] else { continue }
        let artifact = try #require(place["artifactLocation"] as? [String: Any])
        let index = try #require(artifact["index"] as? Int)
        #expect(artifacts[index] == artifact["uri"] as? String)
        #expect(bases[try #require(artifact["uriBaseId"] as? String)] != nil)
      }
    }
  }
}
