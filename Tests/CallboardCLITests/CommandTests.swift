import CallboardTestSupport
import Foundation
import Testing

/// Runs the real binary, as a person at a terminal would.
@Suite struct CommandTests {
  /// A folder with one repository whose owner does not exist.
  private static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      apiVersion: backstage.io/v1alpha1
      kind: Component
      metadata:
        name: shop
      spec:
        type: website
        lifecycle: production
        owner: sellers
      """,
      to: "catalog-info.yaml"
    )
    return folder
  }

  @Test func buildsTheCurrentFolderWithoutASiteFile() throws {
    let folder = try Self.folder()
    let outcome = try BuiltProduct.run(["build"], in: folder)
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.isEmpty, "a build has no result to print")
    #expect(folder.exists("dist/catalog/default/component/shop/index.html"))
  }

  @Test func endsWithALineOfTheSameShape() throws {
    let outcome = try BuiltProduct.run(["build"], in: Self.folder())
    let last = try #require(outcome.errors.split(separator: "\n").last)
    #expect(
      last.wholeMatch(
        of: /Built \d+ pages from 1 entity in 1 repository: 0 errors, 1 warning \(\d+\.\d s\)\./
      ) != nil,
      "\(last)"
    )
  }

  @Test func printsFindingsWithTheirPlaceAndRemedy() throws {
    let folder = try Self.folder()
    let outcome = try BuiltProduct.run(["build", "--quiet"], in: folder)
    #expect(
      outcome.errors == """
        warning: 'group:default/sellers' in spec.owner names no entity in this site \
        [relation-target-missing]
         --> \(folder.url.lastPathComponent):catalog-info.yaml:8:10
          |
        8 |   owner: sellers
          |          ^^^^^^^
          = help: Add the repository that declares it to 'sources' in site.yaml.


        """
    )
  }

  @Test func exitsWithOneOnFindingsAtTheThreshold() throws {
    let folder = try Self.folder()
    #expect(try BuiltProduct.run(["build", "--strict"], in: folder).exitCode == 1)
    #expect(try BuiltProduct.run(["build", "--fail-on", "warning"], in: folder).exitCode == 1)
    #expect(try BuiltProduct.run(["build", "--fail-on", "never"], in: folder).exitCode == 0)
  }

  @Test func exitsWithTwoWhenItCannotDoItsJob() throws {
    let folder = try Self.folder()
    let outcome = try BuiltProduct.run(["build", "--config", "missing.yaml"], in: folder)
    #expect(outcome.exitCode == 2)
    #expect(outcome.errors.contains("'missing.yaml' could not be read"))
    #expect(outcome.errors.contains("help:"))
  }

  @Test func exitsWith64OnWrongUsage() throws {
    #expect(try BuiltProduct.run(["build", "--jobs", "0"], in: Self.folder()).exitCode == 64)
    #expect(try BuiltProduct.run(["bild"], in: Self.folder()).exitCode == 64)
  }

  @Test func refusesAnOutputFolderThatItDidNotMake() throws {
    let folder = try Self.folder()
    try folder.write("precious", to: "dist/thesis.txt")
    let outcome = try BuiltProduct.run(["build"], in: folder)
    #expect(outcome.exitCode == 2)
    #expect(try folder.text(of: "dist/thesis.txt") == "precious")
  }

  @Test func checksWithoutWritingASite() throws {
    let folder = try Self.folder()
    let outcome = try BuiltProduct.run(["check", "--format", "json"], in: folder)
    #expect(outcome.exitCode == 0)
    #expect(!folder.exists("dist"))
    let finding = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    )
    #expect(finding["id"] as? String == "relation-target-missing")
    #expect(finding["line"] as? Int == 8)
    #expect(finding["column"] as? Int == 10)
  }

  @Test func printsTimingsOfEachStage() throws {
    let folder = try TemporaryFolder()
    try folder.write([
      "README.md": "# Shop\n",
      "catalog-info.yaml": """
      apiVersion: backstage.io/v1alpha1
      kind: Component
      metadata: {name: shop, annotations: {"backstage.io/techdocs-ref": "dir:."}}
      spec: {type: website, lifecycle: production, owner: sellers}
      """,
    ])
    let outcome = try BuiltProduct.run(["build", "--timings"], in: folder)
    for stage in ["crawl", "ingest", "stitch", "render", "compose", "index", "emit"] {
      #expect(outcome.errors.contains("\n\(stage) "), "\(stage)")
    }
    #expect(
      try /peak memory: all processes \d+ MB, main process \d+ MB, largest worker \d+ MB\n/
        .firstMatch(in: outcome.errors) != nil
    )
  }

  @Test func writesATraceOfTheStages() throws {
    let folder = try TemporaryFolder()
    try folder.write(["catalog-info.yaml": "apiVersion: backstage.io/v1alpha1\n"])
    _ = try BuiltProduct.run(["build", "--trace", "build.trace"], in: folder)
    let trace = try #require(
      try JSONSerialization.jsonObject(with: Data(try folder.text(of: "build.trace").utf8))
        as? [String: Any]
    )
    let events = try #require(trace["traceEvents"] as? [[String: Any]])
    let stages = events.filter { $0["ph"] as? String == "X" }
    #expect(stages.allSatisfy { $0["ts"] is Int && $0["tid"] is Int })
    #expect(stages.compactMap { $0["ts"] as? Int }.min() == 0)
    // Some run beside others, on lines of their own.
    let lines = Dictionary(grouping: stages) { $0["tid"] as? Int }
    #expect(lines[1]?.first?["name"] as? String == "crawl")
    #expect(lines[1]?.last?["name"] as? String == "emit")
    #expect(lines.count > 1)
    for line in lines.values {
      let starts = line.compactMap { $0["ts"] as? Int }
      let ends = zip(starts, line).map { $0 + ($1["dur"] as? Int ?? 0) }
      // What is rounded may touch.
      #expect(zip(ends, starts.dropFirst()).allSatisfy { $0 <= $1 + 1 })
    }
  }

  @Test func explainsAnID() throws {
    let folder = try Self.folder()
    let outcome = try BuiltProduct.run(["explain", "relation-target-missing"], in: folder)
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.hasPrefix("relation-target-missing\n\n"))
    let unknown = try BuiltProduct.run(["explain", "relation-target-mising"], in: folder)
    #expect(unknown.exitCode == 64)
    #expect(unknown.errors.contains("Did you mean 'relation-target-missing'?"))
  }
}
