import CallboardCatalog
import CallboardDiagnostics

/// Catalogs for tests of graphs, each entity in one line of YAML.
enum GraphCatalog {
  /// A catalog of entities in the order given.
  static func make(_ documents: [String]) -> Catalog {
    let processor = EntityProcessor()
    var entities: [Entity] = []
    for (index, document) in documents.enumerated() {
      let file = SourcePath(repository: "all", path: "\(index).yaml")
      for descriptor in DescriptorReader.ingest(Array(document.utf8), file: file).output {
        if let entity = processor.process(descriptor).output { entities.append(entity) }
      }
    }
    return Catalog.stitch(entities).output
  }

  static func component(_ name: String, _ spec: String = "") -> String {
    document("Component", name, "type: service, lifecycle: production, owner: team, \(spec)")
  }

  static func system(_ name: String, domain: String? = nil) -> String {
    document("System", name, "owner: team" + (domain.map { ", domain: \($0)" } ?? ""))
  }

  static func group(_ name: String, _ spec: String = "children: []") -> String {
    document("Group", name, "type: team, \(spec)")
  }

  static func user(_ name: String, in groups: String = "") -> String {
    document("User", name, "memberOf: [\(groups)]")
  }

  static func document(_ kind: String, _ name: String, _ spec: String) -> String {
    "{apiVersion: backstage.io/v1alpha1, kind: \(kind), metadata: {name: \(name)}, spec: {\(spec)}}"
  }
}
