import CallboardBuild
import CallboardSite
import CallboardTestSupport
import Foundation
import Testing

/// An incremental build comes to what a clean one comes to, byte for byte.
///
/// `CALLBOARD_INCREMENTAL_CHANGES=500` makes the run longer, `CALLBOARD_INCREMENTAL_SEED` repeats one.
@Suite struct IncrementalBuildTests {
  @Test func equalsACleanBuildAfterEachOfManyRandomChanges() throws {
    let environment = ProcessInfo.processInfo.environment
    let count = environment["CALLBOARD_INCREMENTAL_CHANGES"].flatMap { Int($0) } ?? 40
    let seed =
      environment["CALLBOARD_INCREMENTAL_SEED"].flatMap { UInt64($0) } ?? .random(in: 0..<1_000_000)
    print("Random changes with CALLBOARD_INCREMENTAL_SEED=\(seed)")
    var site = try ChangingSite(seed: seed)
    _ = try Self.build(site, output: "dist", cache: "cache")
    var memory = SiteMemory()
    _ = try Self.preview(site, after: &memory)
    var made: [String] = []
    for number in 1...count {
      made.append(try site.change())
      // A preview does not ask servers for news; it is started again.
      if made.last?.contains("origin/") == true { memory = SiteMemory() }
      let report = try Self.build(site, output: "dist", cache: "cache")
      let clean = try Self.build(site, output: "clean", cache: "no-cache")
      let place = "seed \(seed), change \(number): \(made.suffix(3).joined(separator: ", "))"
      try #require(report.diagnostics == clean.diagnostics, "\(place)")
      try #require(report.pageCount == clean.pageCount, "\(place)")
      try #require(report.entityCount == clean.entityCount, "\(place)")
      let found = try site.folder.contents(of: "dist")
      let expected = try site.folder.contents(of: "clean")
      let different = Set(found.keys).union(expected.keys).filter { found[$0] != expected[$0] }
      try #require(different.isEmpty, "\(place); \(different.sorted().prefix(5))")
      let (preview, shown) = try Self.preview(site, after: &memory)
      try #require(preview.diagnostics == clean.diagnostics, "preview, \(place)")
      try #require(preview.pageCount == clean.pageCount, "preview, \(place)")
      let unlike = Set(shown.keys).union(expected.keys).filter {
        shown[$0] != expected[$0].map { Array($0) }
      }
      try #require(unlike.isEmpty, "preview, \(place); \(unlike.sorted().prefix(5))")
      try site.folder.remove("clean")
      try site.folder.remove("no-cache")
      try site.folder.remove(".clean.callboard")
    }
  }

  private static func build(_ site: ChangingSite, output: String, cache: String) throws
    -> BuildReport
  {
    try session(site, output: output, cache: cache).build()
  }

  /// The site as it is shown, with its search.
  private static func preview(
    _ site: ChangingSite,
    after memory: inout SiteMemory
  ) throws -> (report: BuildReport, files: [String: [UInt8]]) {
    let preview = try session(site, output: "none", cache: "preview-cache")
      .preview(after: &memory, hearing: site.heard)
    let isCurrent = memory.verify()
    try #require(isCurrent)
    let search = preview.search?.files ?? [:]
    let files = preview.files.all.map { ($0.path, $0.bytes) }
    return (preview.report, search.merging(files) { _, page in page })
  }

  private static func session(
    _ site: ChangingSite,
    output: String,
    cache: String
  ) throws -> BuildSession {
    try BuildSession(
      request: BuildRequest(
        configuration: "\(site.folder.path)/site.yaml",
        output: "\(site.folder.path)/\(output)",
        cache: "\(site.folder.path)/\(cache)",
        jobs: 2,
        executable: BuiltProduct.callboard
      ),
      progress: NoProgress()
    )
  }
}
