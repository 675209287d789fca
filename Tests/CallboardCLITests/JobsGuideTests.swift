import CallboardTestSupport
import Foundation
import Testing

/// The jobs that the guide prints for forges, run from the first to the last by a stand-in for the forge.
@Suite struct JobsGuideTests {
  private static let python = PackageFolder.url.appending(path: ".build/test-tools/bin/python").path

  private static let hasYAML =
    FileManager.default.isExecutableFile(atPath: python)
    && (try? Command.run(python, ["-c", "import yaml"], in: TemporaryFolder()).exitCode) == 0

  /// A file of a page of the guide, and the forge that it is for.
  struct Recipe: CustomTestStringConvertible, Sendable {
    var forge: String
    var file: String
    var page: String

    var testDescription: String { "\(forge) in \(page)" }
  }

  @Test(
    .enabled(if: hasYAML, "PyYAML is not installed; run .ci/setup test"),
    arguments: ["hosts.md", "scale.md"].flatMap { page in
      [
        Recipe(forge: "github", file: ".github/workflows/portal.yml", page: page),
        Recipe(forge: "gitlab", file: ".gitlab-ci.yml", page: page),
      ]
    }
  )
  func publishesThePortal(_ recipe: Recipe) throws {
    let site = try ScaledSite()
    let text = try #require(try Guide.files(of: recipe.page)[recipe.file])
    try site.folder.write(text, to: "jobs.yml")
    let outcome = try Command.run(
      Self.python,
      [
        PackageFolder.url.appending(path: "Tests/CallboardCLITests/Servers/run-jobs.py").path,
        recipe.forge, "jobs.yml", site.folder.path, BuiltProduct.callboard,
      ],
      in: site.folder
    )
    let log = (try? site.folder.text(of: "log")) ?? ""
    try #require(outcome.exitCode == 0, "\(outcome.errors)\n\(log.suffix(4000))")
    #expect(try site.folder.contents(of: "published") == site.expected())
    #expect(log.contains("callboard check"), "the portal is judged")
  }
}
