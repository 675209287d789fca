import CallboardSearch
import Foundation
import Testing

/// Node runs the client's modules here; without it these tests say that they were skipped.
@Suite struct BrowserEngineTests {
  private static let node = ["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"]
    .map { "\($0)/node" }
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  private static let theme = SearchVectors.folder
    .appending(path: "../../../theme")
    .standardizedFileURL

  @Test(.enabled(if: BrowserEngineTests.node != nil, "node is not installed"))
  func findsTheKnownPagesAndAgreesWithSwift() throws {
    let node = try #require(Self.node)
    let files = FileManager.default
    let folder = files.temporaryDirectory.appending(path: "callboard-search-\(UUID().uuidString)")
    defer { try? files.removeItem(at: folder) }
    let index = SearchIndex.build(SampleRecords.site())
    for file in index {
      let target = folder.appending(path: "index/\(file.path)")
      try files.createDirectory(
        at: target.deletingLastPathComponent(),
        withIntermediateDirectories: true
      )
      try Data(file.bytes).write(to: target)
    }
    // A copy, because older versions of Node take `.js` for a module only where package.json says so.
    let fixtures = folder.appending(path: "Tests/CallboardSearchTests/Fixtures")
    for (source, target) in [
      (Self.theme, folder.appending(path: "theme")), (SearchVectors.folder, fixtures),
    ] {
      try files.createDirectory(
        at: target.deletingLastPathComponent(),
        withIntermediateDirectories: true
      )
      try files.copyItem(at: source, to: target)
    }
    try Data(#"{"type": "module"}"#.utf8).write(to: folder.appending(path: "package.json"))

    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: node)
    process.arguments = [
      fixtures.appending(path: "engine-check.mjs").path,
      folder.appending(path: "index").path,
    ]
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let printed = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(String(decoding: printed, as: UTF8.self) == "")
    try #require(process.terminationStatus == 0)

    let read = SearchQueryTests.reader(of: index)
    let answers = try JSONDecoder().decode(
      [Answer].self,
      from: Data(contentsOf: folder.appending(path: "index/answers.json"))
    )
    for answer in answers {
      let own = try SearchQuery.run(answer.query, read: read)
      #expect(own.total == answer.total, "\(answer.query)")
      let shown = own.results.map { ([$0.url] + $0.hits.map(\.fragment)).joined(separator: "#") }
      #expect(shown == answer.shown, "\(answer.query)")
    }
  }

  /// What the browser's engine answered.
  private struct Answer: Decodable {
    var query: String
    var total: Int
    /// The address of each result, then the fragments of its hits, with `#` between.
    var shown: [String]
  }
}
