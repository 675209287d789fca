import CallboardTestSupport
import Foundation
import Testing

/// A portal with enough pages to share among machines: three repositories with histories, one of them cloned.
///
/// The folder `portal` is a git repository with `site.yaml`; the scripts that tests run in it find the program as `callboard`.
struct ScaledSite {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for name in ["portal/repos/shop", "portal/repos/pay", "mail"] {
      let repository = name.split(separator: "/").last ?? ""
      try folder.write(
        """
        apiVersion: backstage.io/v1alpha1
        kind: Component
        metadata: {name: \(repository), annotations: {backstage.io/techdocs-ref: "dir:."}}
        spec: {type: service, lifecycle: production, owner: sellers}
        """,
        to: "\(name)/catalog-info.yaml"
      )
      for number in 1...8 {
        try folder.write(
          "# Page \(number) of \(repository)\n\nTo [another](page-\(number % 8 + 1).md).\n",
          to: "\(name)/docs/page-\(number).md"
        )
      }
    }
    try folder.write([
      "portal/site.yaml": """
      site: {title: Acme, url: "https://portal.acme.example/"}
      sources:
        - path: repos/*
        - git: \(folder.path)/mail
      """,
      "portal/repos/shop/org.yaml": """
      apiVersion: backstage.io/v1alpha1
      kind: Group
      metadata: {name: sellers}
      spec: {type: team, children: []}
      """,
      "portal/repos/shop/docs/index.md": "# Shop\n\nA dead [link](nowhere.md).\n",
      "portal/.gitignore": ".*\n!.gitignore\ndist\npublic\ncallboard\n",
    ])
    try GitRepository("mail", in: folder).commit("Begin", date: 1_700_000_000)
    try GitRepository("portal", in: folder).commit("Begin", date: 1_700_100_000)
  }

  /// The portal as one machine builds it, by path.
  func expected() throws -> [String: Data] {
    let outcome = try BuiltProduct.run(
      [
        "build", "--fail-on", "never", "--config", "portal/site.yaml", "--output", "single",
        "--cache", "single-cache",
      ],
      in: folder
    )
    try #require(outcome.exitCode == 0, "\(outcome.errors)")
    return try folder.contents(of: "single")
  }

  /// Runs a script in the portal's folder; it must succeed.
  func run(_ script: String, environment: [String: String] = [:]) throws {
    let program = URL(filePath: BuiltProduct.callboard).deletingLastPathComponent().path
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let settings = ["PATH": "\(program):\(path)", "SWIFT_BACKTRACE": "enable=no"]
    let outcome = try Command.run(
      "/bin/sh",
      ["-c", "cd portal && \(script)"],
      in: folder,
      environment: settings.merging(environment) { $1 }
    )
    try #require(outcome.exitCode == 0, "\(outcome.output)\(outcome.errors)")
  }

  /// How many pages a build with a cache has to render itself.
  func renderedPages(cache: String) throws -> Int {
    let outcome = try BuiltProduct.run(
      [
        "build", "--fail-on", "never", "--timings", "--config", "portal/site.yaml", "--output",
        "again", "--cache", cache,
      ],
      in: folder
    )
    let row = try #require(
      outcome.errors.firstMatch(of: /(?m)^render +[\d.]+ +[\d.]+ +(\d+)/),
      "\(outcome.errors)"
    )
    return try #require(Int(row.output.1))
  }
}
