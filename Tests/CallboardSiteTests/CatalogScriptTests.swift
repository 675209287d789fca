import CallboardTestSupport
import Foundation
import Testing

@testable import CallboardSite

/// Node runs the modules of the catalog's table here; without it the test says that it was skipped.
@Suite struct CatalogScriptTests {
  private static let node = ["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"]
    .map { "\($0)/node" }
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  @Test(.enabled(if: CatalogScriptTests.node != nil, "node is not installed"))
  func filtersSortsAndExportsWhatTheBuilderWrote() throws {
    let folder = try TemporaryFolder()
    for file in CatalogSample.tableFiles(found: []) {
      try folder.write(String(decoding: file.bytes, as: UTF8.self), to: file.path)
    }
    // A copy, because older versions of Node take `.js` for a module only where package.json says so.
    let scripts = PackageFolder.url.appending(path: "theme/scripts")
    try FileManager.default.copyItem(at: scripts, to: folder.url.appending(path: "scripts"))
    try folder.write(#"{"type": "module"}"#, to: "package.json")

    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: try #require(Self.node))
    process.arguments = [
      URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Fixtures/catalog-check.mjs").path,
      "\(folder.path)/scripts", "\(folder.path)/catalog/-/table",
    ]
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let printed = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(String(decoding: printed, as: UTF8.self) == "")
    #expect(process.terminationStatus == 0)
  }
}
