import CallboardCatalog
package import CallboardDiagnostics
import CallboardDocs
import CallboardJSON

/// The JSON files about the site as a whole, under `api/v1/`.
package enum SiteFiles {
  /// All of them, to be written after every finding is known.
  package static func all(_ model: SiteModel, found: [Diagnostic]) -> [OutputFile] {
    [index(model, found: found), relations(model.catalog), problems(found), noJekyll]
      + ChangesFiles.all(model)
  }

  /// Tells GitHub Pages to serve the files as they are.
  private static let noJekyll = OutputFile(path: ".nojekyll", bytes: [])

  /// What the portal holds and where its other files are. Carries the build's revision.
  static func index(_ model: SiteModel, found: [Diagnostic]) -> OutputFile {
    var kinds: [String: Int] = [:]
    for entity in model.catalog.entities { kinds[entity.ref.kind, default: 0] += 1 }
    var writer = JSONWriter()
    writer.object { object in
      object.member("title", model.settings.title)
      object.member(ifPresent: "url", model.settings.url)
      object.member("generator", "Callboard \(model.settings.generatorVersion)")
      object.member(ifPresent: "revision", model.settings.revision)
      object.key("counts")
      object.object { counts in
        counts.member("entities", model.catalog.entities.count)
        counts.member("relations", model.catalog.relationCount)
        counts.member("docs", model.docs.count)
        counts.member("docsPages", model.docs.reduce(0) { $0 + $1.tree.pages.count })
        counts.member("repositories", model.repositories.count)
        counts.member("problems", found.count)
      }
      object.key("kinds")
      object.object { object in
        for (kind, count) in kinds.sorted(by: { $0.key < $1.key }) { object.member(kind, count) }
      }
      object.key("files")
      object.object { files in
        files.member("entity", "entities/by-name/{kind}/{namespace}/{name}.json")
        files.member("relations", "relations.ndjson")
        files.member("problems", "problems.json")
      }
    }
    writer.endRecord()
    return OutputFile(path: "api/v1/index.json", bytes: writer.bytes)
  }

  /// Every relation in both directions, one object a line, by source, type and target.
  static func relations(_ catalog: Catalog) -> OutputFile {
    var writer = JSONWriter(reservingCapacity: 96 * catalog.relationCount)
    for id in catalog.allIDs {
      let source = catalog.ref(of: id).description
      for relation in catalog.relations(of: id) {
        writer.object { object in
          object.member("source", source)
          object.member("type", relation.type.name)
          object.member("target", catalog.targetRef(of: relation).description)
          object.member("dangling", relation.isDangling)
        }
        writer.endRecord()
      }
    }
    return OutputFile(path: "api/v1/relations.ndjson", bytes: writer.bytes)
  }

  /// All findings of the build, in their order, as `callboard check --format json` prints them.
  static func problems(_ found: [Diagnostic]) -> OutputFile {
    var writer = JSONWriter()
    writer.object { object in
      object.key("problems")
      object.array { array in
        for finding in found { JSONFormatter.write(finding, to: &array) }
      }
    }
    writer.endRecord()
    return OutputFile(path: "api/v1/problems.json", bytes: writer.bytes)
  }
}
