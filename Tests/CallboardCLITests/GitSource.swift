import CallboardTestSupport
import Foundation
import Testing

/// A repository to clone, and an empty folder in which sites are built from it.
struct GitSource {
  /// Holds the repository `pay`.
  let root: TemporaryFolder
  let site: TemporaryFolder

  init() throws {
    root = try TemporaryFolder()
    site = try TemporaryFolder()
    try root.write(
      """
      apiVersion: backstage.io/v1alpha1
      kind: Group
      metadata: {name: payers}
      spec: {type: team, children: []}
      """,
      to: "pay/catalog-info.yaml"
    )
    for arguments in [
      ["init", "--quiet", "--initial-branch=main"], ["add", "--all"],
      ["-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "--quiet", "--message=x"],
    ] {
      let git = try #require(Command.path(of: "git"))
      let outcome = try Command.run(
        git,
        ["-C", "pay"] + arguments,
        in: root,
        environment: ["GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null"]
      )
      try #require(outcome.exitCode == 0, "\(outcome.errors)")
    }
  }

  /// Builds a site of one source, at a terminal that nobody sits at: a program that asks something
  /// there waits until the test fails for it.
  ///
  /// - Parameter source: The entry of `sources`, which begins in line 3 of `site.yaml`.
  func build(_ source: String, environment: [String: String]) throws -> Command.Outcome {
    try site.write("site: {title: Acme}\nsources:\n  - \(source)\n", to: "site.yaml")
    return try Command.run(
      try #require(Command.path(of: "script")),
      [
        "-qec", "timeout 60 '\(BuiltProduct.callboard)' build --strict </dev/tty 2>&1", "/dev/null",
      ],
      in: site,
      environment: ["SWIFT_BACKTRACE": "enable=no", "NO_COLOR": "1"].merging(environment) { $1 }
    )
  }

  /// Whether the team of the repository has its page.
  var isBuilt: Bool { site.exists("dist/catalog/default/group/payers/index.html") }

  /// Files of the site, its output and its cache that hold a text.
  func files(holding text: String) throws -> [String] {
    try site.contents(of: ".").filter { $0.value.firstRange(of: Data(text.utf8)) != nil }.keys
      .sorted()
  }
}
