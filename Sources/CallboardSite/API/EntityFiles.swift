package import CallboardCatalog
import CallboardJSON
import CallboardYAML

/// The JSON file of one entity, in the shape of Backstage's REST API (`GET /entities/by-name/…`).
///
///     api/v1/entities/by-name/component/default/checkout.json
///     {"apiVersion":…,"kind":…,"metadata":{…},"spec":{…},"relations":[{"type":"ownedBy","targetRef":…}]}
package enum EntityFiles {
  static func path(of ref: EntityRef) -> String {
    "api/v1/entities/by-name/\(ref.kind)/\(ref.namespace)/\(ref.name).json"
  }

  /// - Parameter id: An entity of the catalog.
  package static func file(_ id: EntityID, in catalog: Catalog) -> OutputFile {
    let entity = catalog[id]
    var writer = JSONWriter(reservingCapacity: 2048)
    writer.object { object in
      object.member("apiVersion", entity.apiVersion)
      object.member("kind", entity.kind)
      object.key("metadata")
      writeMetadata(of: entity, to: &object)
      object.key("spec")
      YAMLJSON.write(.mapping(entity.spec), to: &object)
      object.key("relations")
      object.array { array in
        for relation in catalog.relations(of: id) {
          array.object { object in
            object.member("type", catalog.relationTypes[relation.type].name)
            object.member("targetRef", catalog.targetRef(of: relation).description)
          }
        }
      }
    }
    writer.endRecord()
    return OutputFile(path: path(of: entity.ref), bytes: writer.bytes)
  }

  /// The author's metadata with the namespace filled in and the annotations that the crawl adds.
  private static func writeMetadata(of entity: Entity, to writer: inout JSONWriter) {
    writer.object { object in
      object.member("namespace", entity.namespace)
      for entry in entity.document["metadata"]?.mapping?.entries ?? [] {
        switch entry.key {
        case "namespace", "annotations": continue
        default:
          object.key(entry.key)
          YAMLJSON.write(entry.value.value, to: &object)
        }
      }
      object.key("annotations")
      object.object { annotations in
        for annotation in entity.annotations {
          annotations.member(annotation.key, annotation.value)
        }
      }
    }
  }
}
