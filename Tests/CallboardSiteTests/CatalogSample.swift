import CallboardCatalog
import CallboardDiagnostics
import CallboardSite

/// A small catalog with one of everything that lists and filters tell apart.
enum CatalogSample {
  static let file = SourcePath(repository: "shops", path: "catalog-info.yaml")

  static let text = """
    apiVersion: backstage.io/v1alpha1
    kind: Group
    metadata: {name: sellers, title: The Sellers}
    spec: {type: team, children: []}
    ---
    apiVersion: backstage.io/v1alpha1
    kind: User
    metadata: {name: Ann}
    spec: {profile: {displayName: Ann Lee}, memberOf: [sellers]}
    ---
    apiVersion: backstage.io/v1alpha1
    kind: Domain
    metadata: {name: trade}
    spec: {owner: sellers}
    ---
    apiVersion: backstage.io/v1alpha1
    kind: System
    metadata: {name: market}
    spec: {owner: sellers, domain: trade}
    ---
    apiVersion: backstage.io/v1alpha1
    kind: Component
    metadata:
      name: Shop
      title: The Shop
      description: "Sells bread,\\n  cake and =SUM(A1)"
      tags: [java, c++]
    spec: {type: Service, lifecycle: production, owner: sellers, system: market}
    ---
    apiVersion: backstage.io/v1alpha1
    kind: Component
    metadata: {name: till, tags: [java]}
    spec: {type: service, lifecycle: experimental, owner: lost, subcomponentOf: shop}
    ---
    apiVersion: backstage.io/v1alpha1
    kind: Component
    metadata: {name: lamp, namespace: lights}
    spec: {type: data set, lifecycle: production, owner: "user:default/ann"}
    ---
    apiVersion: backstage.io/v1alpha1
    kind: Location
    metadata: {name: more}
    spec: {target: ./a.yaml, targets: [./b.yaml]}
    """

  static func catalog(_ text: String = CatalogSample.text) -> Catalog {
    Catalog.stitch(
      DescriptorReader.ingest(Array(text.utf8), file: file).output.compactMap {
        EntityProcessor().process($0).output
      }
    ).output
  }

  /// The files of the browser's table.
  static func tableFiles(
    of catalog: Catalog = CatalogSample.catalog(),
    found: [Diagnostic]
  ) -> [OutputFile] {
    var files: [OutputFile] = []
    CatalogTable.write(model(catalog), found: found) { files.append($0) }
    return files
  }

  static func model(_ catalog: Catalog = CatalogSample.catalog()) -> SiteModel {
    SiteModel(
      settings: SiteSettings(
        title: "Shops",
        url: nil,
        language: "en",
        revision: nil,
        generatorVersion: "1"
      ),
      catalog: catalog,
      repositories: [],
      docs: [],
      diagnostics: [],
      changes: [:],
      history: CatalogHistory([], extent: .off)
    )
  }

  /// A finding on a line of the sample's file.
  static func finding(_ severity: Diagnostic.Severity, line: Int) -> Diagnostic {
    let position = SourceSpan.Position(line: line, column: 1)
    return Diagnostic(
      id: Diagnostic.ID(rawValue: "test"),
      severity: severity,
      summary: "Line \(line)",
      span: SourceSpan(file: file, range: position..<position)
    )
  }
}
