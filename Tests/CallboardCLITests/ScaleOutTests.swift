import CallboardTestSupport
import Foundation
import Testing

/// A portal that several machines built together is the one that a single machine builds; the scripts are the guide's.
@Suite struct ScaleOutTests {
  private static let files = Result { try Guide.files(of: "scale.md") }

  private static func file(_ name: String) throws -> String {
    try #require(try files.get()[name], "the guide has no '\(name)'")
  }

  @Test func sharesAreDoneApartAndPutTogether() throws {
    let site = try ScaledSite()
    let script = try #require(
      PackageFolder.text(of: "docs/guide/scale.md").firstMatch(
        of: /```sh\n(callboard scan --shard 1(?:.|\n)*?)```/
      )
    )
    .output.1
    try site.run(String(script))
    #expect(try site.folder.contents(of: "portal/dist") == site.expected())
    try site.folder.remove("portal/.callboard/cache/builds")
    #expect(try site.renderedPages(cache: "portal/.callboard/cache") == 0)
  }

  @Test func aMissingShareIsDoneByTheBuild() throws {
    let site = try ScaledSite()
    try site.run("callboard scan --shard 2/3 && callboard build --fail-on never")
    #expect(try site.folder.contents(of: "portal/dist") == site.expected())
  }

  @Test func aScanRendersNothingTwiceAndWritesNoSite() throws {
    let site = try ScaledSite()
    let arguments = ["scan", "--config", "portal/site.yaml", "--cache", "c"]
    let first = try BuiltProduct.run(arguments, in: site.folder)
    #expect(first.errors.contains("Scanned shard 1/1, 25 of 25 pages: 25 rendered, 0 known ("))
    let second = try BuiltProduct.run(arguments, in: site.folder)
    #expect(second.errors.contains("Scanned shard 1/1, 25 of 25 pages: 0 rendered, 25 known ("))
    #expect(first.exitCode == 0 && second.exitCode == 0 && second.output.isEmpty)
    #expect(!site.folder.exists("portal/dist"))
    #expect(try site.renderedPages(cache: "c") == 0)
  }

  @Test func saysThatTheCacheCannotBeWritten() throws {
    let site = try ScaledSite()
    try site.folder.write(["file": "", "portal/folders.yaml": "sources: [{path: repos/*}]\n"])
    let outcome = try BuiltProduct.run(
      ["scan", "--config", "portal/folders.yaml", "--cache", "file/cache"],
      in: site.folder
    )
    #expect(outcome.exitCode == 2)
    #expect(outcome.errors.contains("failed: the cache in 'file/cache' could not be written"))
  }

  @Test(arguments: ["0/4", "5/4", "4", "a/b", "1/0", "-1/4", "1/4/4", "99999999999999999999/4"])
  func refusesWhatIsNoShare(_ text: String) throws {
    let outcome = try BuiltProduct.run(["scan", "--shard=\(text)"], in: TemporaryFolder())
    #expect(outcome.exitCode == 64)
  }

  // MARK: Engines

  @Test(.enabled(if: Command.path(of: "parallel") != nil, "GNU parallel is not installed"))
  func underGNUParallel() throws {
    let site = try ScaledSite()
    // Four at once, all on this machine.
    try site.folder.write("4/:\n", to: "portal/machines")
    let script = try Self.file("build-portal.sh").replacing("seq 8", with: "seq 4")
      .replacing("/8 ", with: "/4 ").replacing("|| echo", with: "|| exit 1; true || echo")
    try site.folder.write(script, to: "portal/build-portal.sh")
    try site.run("sh build-portal.sh", environment: ["PARALLEL_HOME": site.folder.path + "/home"])
    #expect(try site.folder.contents(of: "portal/dist") == site.expected())
    #expect(try site.renderedPages(cache: "portal/.callboard/cache") == 0)
  }

  @Test(.enabled(if: SlurmCluster.isInstalled, "Slurm is not installed"))
  func underSlurm() throws {
    let site = try ScaledSite()
    let cluster = try SlurmCluster(in: site.folder)
    for name in ["scan.sbatch", "build.sbatch", "submit.sh"] {
      try site.folder.write(
        Self.file(name).replacing("--array=1-8", with: "--array=1-4"),
        to: "portal/\(name)"
      )
    }
    try site.run("sh submit.sh", environment: ["SLURM_CONF": cluster.configuration])
    let log = try cluster.log()
    #expect(try site.folder.contents(of: "portal/dist") == site.expected(), "\(log)")
    #expect(try site.renderedPages(cache: "portal/.callboard/cache") == 0)
    let logs = try site.folder.contents(of: "portal").filter { $0.key.hasPrefix("slurm-") }
    let text = logs.values.map { String(decoding: $0, as: UTF8.self) }.joined()
    for number in 1...4 { #expect(text.contains("Scanned shard \(number)/4")) }
  }
}
