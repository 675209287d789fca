package import CallboardCatalog
import CallboardDiagnostics
import CallboardJSON
import CallboardYAML

/// The JSON files of entities, in the shape of Backstage's REST API (`GET /entities/by-name/…`).
///
///     {"apiVersion":…,"kind":…,"metadata":{…},"spec":{…},"relations":[{"type":"ownedBy","targetRef":…}]}
package enum EntityFiles {
  /// The path of an entity's file from the site's root.
  static func path(of ref: EntityRef) -> String { APIPath.root + APIPath.entity(ref) }

  /// The files of the entities of a page, and of the page itself, which repeats their bytes.
  ///
  ///     {"kind":"component","page":1,"pages":3,"total":612,"items":[…],
  ///      "notes":[{"repository":"shop","path":"catalog-info.yaml","line":1,"dangling":["group:default/x"]}]}
  ///
  /// - Parameters:
  ///   - page: Of this catalog.
  ///   - isServingBackstage: Whether each entity stands at the path of Backstage's API as well.
  package static func files(
    of page: EntityPage,
    in catalog: Catalog,
    isServingBackstage: Bool = false
  ) -> [OutputFile] {
    var files: [OutputFile] = []
    files.reserveCapacity(page.entities.count + 1)
    var writer = JSONWriter(reservingCapacity: 2048 * page.entities.count)
    writer.object { object in
      object.member("kind", page.kind)
      object.member("page", page.number)
      object.member("pages", page.pageCount)
      object.member("total", page.total)
      object.key("items")
      object.array { items in
        for id in page.entities {
          let json = json(of: id, in: catalog)
          items.raw(json)
          let ref = catalog.ref(of: id)
          let bytes = json + [UInt8(ascii: "\n")]
          files.append(OutputFile(path: Self.path(of: ref), bytes: bytes))
          if isServingBackstage {
            files.append(OutputFile(path: APIPath.backstageEntity(ref), bytes: bytes))
          }
        }
      }
      object.key("notes")
      object.array { notes in
        for id in page.entities { writeNote(on: id, in: catalog, to: &notes) }
      }
    }
    writer.endRecord()
    let path = APIPath.root + APIPath.entities(kind: page.kind, page: page.number)
    files.append(OutputFile(path: path, bytes: writer.bytes))
    return files
  }

  /// One entity, without a line end.
  package static func json(of id: EntityID, in catalog: Catalog) -> [UInt8] {
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
    return writer.bytes
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

  /// What Backstage's shape has no place for: where the entity was read, and what it misses.
  private static func writeNote(
    on id: EntityID,
    in catalog: Catalog,
    to writer: inout JSONWriter
  ) {
    let entity = catalog[id]
    let dangling = catalog.relations(of: id).filter(\.isDangling)
    writer.object { object in
      object.member("repository", entity.file.repository)
      object.member("path", entity.file.path)
      object.member("line", entity.span.range.lowerBound.line)
      if !dangling.isEmpty {
        object.member("dangling", dangling.map { catalog.targetRef(of: $0).description })
      }
    }
  }
}
