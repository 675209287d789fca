import CallboardTestSupport
import Foundation
import Testing

/// A small portal in a folder of its own, for tests that publish it again and again.
struct PublishedSiteFolder {
  let folder: TemporaryFolder

  /// Builds the portal with two pages of docs.
  init() throws {
    folder = try TemporaryFolder()
    try folder.write([
      "site.yaml": "sources: [{path: shop}]\n",
      "shop/catalog-info.yaml": """
      apiVersion: backstage.io/v1alpha1
      kind: Component
      metadata: {name: shop, annotations: {backstage.io/techdocs-ref: "dir:."}}
      spec: {type: website, lifecycle: production, owner: sellers}
      ---
      apiVersion: backstage.io/v1alpha1
      kind: Group
      metadata: {name: sellers}
      spec: {type: team, children: []}
      """,
      "shop/docs/index.md": "# Shop\n\nSells things.\n",
      "shop/docs/old.md": "# Old\n\nGoes away.\n",
    ])
    try build()
  }

  static let docs = "docs/default/component/shop"

  func build() throws {
    let outcome = try BuiltProduct.run(["build", "--strict", "--quiet"], in: folder)
    try #require(outcome.exitCode == 0, "\(outcome.errors)")
  }

  /// Takes one page away, adds one and changes another that now links to it.
  func edit() throws {
    try folder.remove("shop/docs/old.md")
    try folder.write("# New\n\nHas come.\n", to: "shop/docs/new.md")
    try folder.write("# Shop\n\nSells [new things](new.md).\n", to: "shop/docs/index.md")
    try build()
  }

  /// Runs `callboard publish`, which must succeed unless an exit code is expected.
  @discardableResult
  func publish(
    _ arguments: String...,
    environment: [String: String] = [:],
    exitCode: Int32 = 0
  ) throws -> Command.Outcome {
    let outcome = try BuiltProduct.run(
      ["publish"] + arguments,
      in: folder,
      environment: environment
    )
    try #require(outcome.exitCode == exitCode, "\(outcome.errors)")
    return outcome
  }

  /// The built portal, by path.
  func site() throws -> [String: Data] { try folder.contents(of: "dist") }
}
