import CallboardCatalog
import CallboardDiagnostics

/// Reads descriptors as the build does, keeping findings as `id line:column`.
struct CatalogFixture {
  var entities: [Entity] = []
  var diagnostics: [Diagnostic] = []

  /// Adds a file of the repository `shop`.
  mutating func add(
    _ text: String,
    path: String = "catalog-info.yaml",
    processor: EntityProcessor = EntityProcessor(),
    origin: DescriptorOrigin? = nil,
    placeholders: PlaceholderReader? = nil
  ) {
    let file = SourcePath(repository: "shop", path: path)
    let descriptors = DescriptorReader.ingest(Array(text.utf8), file: file)
      .unwrap(into: &diagnostics)
    for descriptor in descriptors {
      let entity = processor.process(descriptor, origin: origin, placeholders: placeholders)
        .unwrap(into: &diagnostics)
      if let entity { entities.append(entity) }
    }
  }

  mutating func stitch() -> Catalog {
    Catalog.stitch(entities).unwrap(into: &diagnostics)
  }

  var findings: [String] { diagnostics.map(finding) }
}

/// `id line:column`.
func finding(_ diagnostic: Diagnostic) -> String {
  let start = diagnostic.span?.range.lowerBound
  return "\(diagnostic.id) \(start?.line ?? 0):\(start?.column ?? 0)"
}

/// A descriptor with a spec of indented lines.
func descriptor(
  _ kind: String,
  _ name: String = "a",
  version: String = "backstage.io/v1alpha1",
  metadata: [String] = [],
  spec: [String]
) -> String {
  let extra = metadata.map { "  \($0)\n" }.joined()
  let fields = spec.map { "  \($0)\n" }.joined()
  return "apiVersion: \(version)\nkind: \(kind)\nmetadata:\n  name: \(name)\n\(extra)"
    + (spec.isEmpty ? "" : "spec:\n\(fields)")
}

/// A valid Component with further metadata.
func component(_ name: String = "a", metadata: [String] = [], spec: [String] = []) -> String {
  let required = ["type: service", "lifecycle: production", "owner: team"]
  return descriptor("Component", name, metadata: metadata, spec: required + spec)
}

/// The findings about one descriptor file.
func findings(_ text: String) -> [String] {
  var fixture = CatalogFixture()
  fixture.add(text)
  return fixture.findings
}
