import CallboardCatalog
package import CallboardDiagnostics
import CallboardDocs
import CallboardJSON

/// The JSON files about the site as a whole, under `api/v1/`.
package enum SiteFiles {
  /// The version of the files' layout; it grows when a reader of the old one would be misled.
  package static let format = 1
  /// References in one file.
  static let refsPerPage = 5_000
  /// Findings in one file.
  static let problemsPerPage = 1_000

  /// Hands over all of them, to be written after every finding is known: one after the other, as some of a large site are
  /// large.
  ///
  /// - Parameter pages: All pages of the model's catalog.
  package static func write<Failure: Error>(
    _ model: SiteModel,
    pages: [EntityPage],
    found: [Diagnostic],
    _ write: (OutputFile) throws(Failure) -> Void
  ) throws(Failure) {
    try write(index(model, pages: pages, found: found))
    try write(relations(model.catalog))
    try write(noJekyll)
    for file in refs(model.catalog) { try write(file) }
    for file in problems(found) { try write(file) }
    for file in APISchemas.files { try write(file) }
  }

  /// Tells GitHub Pages to serve the files as they are.
  private static let noJekyll = OutputFile(path: ".nojekyll", bytes: [])

  /// What the portal holds and where its other files are. Carries the build's revision.
  static func index(_ model: SiteModel, pages: [EntityPage], found: [Diagnostic]) -> OutputFile {
    let kinds = pages.filter { $0.number == 1 }
    var writer = JSONWriter()
    writer.object { object in
      object.member("format", format)
      object.member("title", model.settings.title)
      object.member(ifPresent: "url", model.settings.url)
      object.member("generator", "Callboard \(model.settings.generatorVersion)")
      object.member(ifPresent: "revision", model.settings.revision)
      object.key("counts")
      object.object { counts in
        counts.member("entities", model.catalog.entities.count)
        counts.member("relations", model.catalog.relationCount)
        counts.member("docs", model.docs.count { $0.tree.version?.isDefault ?? true })
        counts.member("docsPages", model.docs.reduce(0) { $0 + $1.tree.pages.count })
        counts.member("repositories", model.repositories.count)
        counts.member("problems", found.count)
      }
      object.key("kinds")
      object.object { object in
        for kind in kinds { object.member(kind.kind, kind.total) }
      }
      object.key("pages")
      object.object { object in
        object.key("entities")
        object.object { object in
          for kind in kinds { object.member(kind.kind, kind.pageCount) }
        }
        let entityCount = model.catalog.entities.count
        object.member("refs", PageSize.pageCount(entityCount, of: refsPerPage))
        object.member("problems", PageSize.pageCount(found.count, of: problemsPerPage))
      }
      writePaths(to: &object)
    }
    writer.endRecord()
    return OutputFile(path: APIPath.root + APIPath.index, bytes: writer.bytes)
  }

  private static func writePaths(to writer: inout JSONWriter) {
    writer.key("files")
    writer.object { files in
      files.member("entity", "entities/by-name/{kind}/{namespace}/{name}.json")
      files.member("entities", "entities/by-kind/{kind}/{page}.json")
      files.member("refs", "refs/{page}.json")
      files.member("facets", APIPath.facets)
      files.member("facet", "facets/{name}/{page}.json")
      files.member("relations", APIPath.relations)
      files.member("problems", APIPath.problems)
      files.member("problemsPage", "problems/{page}.json")
      files.member("pages", APIPath.pages)
      files.member("page", "pages/{page}.json")
      files.member("schema", "schemas/{schema}.schema.json")
      files.member("openapi", APIPath.openAPI)
    }
  }

  /// The references of all entities, sorted, and the file that each was read from, for those who need to
  /// know no more than what there is.
  ///
  ///     {"page":1,"pages":1,"total":2,"items":["api:default/pay","group:default/payments"],
  ///      "files":[{"repository":"payments","path":"catalog-info.yaml"}],"places":[0,0]}
  ///
  /// `places` has for each reference the index of its file in `files`.
  static func refs(_ catalog: Catalog) -> [OutputFile] {
    let count = catalog.entities.count
    let pageCount = PageSize.pageCount(count, of: refsPerPage)
    return (1...pageCount).map { page in
      let range = PageSize.range(page, of: refsPerPage, in: count)
      var writer = JSONWriter()
      writer.object { object in
        object.member("page", page)
        object.member("pages", pageCount)
        object.member("total", count)
        object.member("items", range.map { catalog.refs[$0].description })
        writePlaces(of: catalog.entities[range], to: &object)
      }
      writer.endRecord()
      return OutputFile(path: APIPath.root + APIPath.refs(page: page), bytes: writer.bytes)
    }
  }

  /// The files of entities, each once in the order met, and of each entity the index of its own.
  private static func writePlaces(of entities: ArraySlice<Entity>, to writer: inout JSONWriter) {
    var indexes: [SourcePath: Int] = [:]
    var files: [SourcePath] = []
    let places = entities.map { entity in
      if let index = indexes[entity.file] { return index }
      indexes[entity.file] = files.count
      files.append(entity.file)
      return files.count - 1
    }
    writer.key("files")
    writer.array { array in
      for file in files {
        array.object { object in
          object.member("repository", file.repository)
          object.member("path", file.path)
        }
      }
    }
    writer.key("places")
    writer.array { array in
      for place in places { array.integer(place) }
    }
  }

  /// Every relation in both directions, one object a line, by source, type and target.
  static func relations(_ catalog: Catalog) -> OutputFile {
    // More than enough, as growing would copy what is there; room that is never written to takes no memory.
    var writer = JSONWriter(reservingCapacity: 256 * catalog.relationCount)
    for id in catalog.allIDs {
      let source = catalog.ref(of: id).description
      for relation in catalog.relations(of: id) {
        writer.object { object in
          object.member("source", source)
          object.member("type", catalog.relationTypes[relation.type].name)
          object.member("target", catalog.targetRef(of: relation).description)
          object.member("dangling", relation.isDangling)
        }
        writer.endRecord()
      }
    }
    return OutputFile(path: APIPath.root + APIPath.relations, bytes: writer.bytes)
  }

  /// All findings of the build, in their order, as `callboard check --format json` prints them.
  static func problems(_ found: [Diagnostic]) -> [OutputFile] {
    let pageCount = PageSize.pageCount(found.count, of: problemsPerPage)
    return (1...pageCount).map { page in
      var writer = JSONWriter()
      writer.object { object in
        object.member("page", page)
        object.member("pages", pageCount)
        object.member("total", found.count)
        object.key("problems")
        object.array { array in
          for index in PageSize.range(page, of: problemsPerPage, in: found.count) {
            JSONFormatter.write(found[index], to: &array)
          }
        }
      }
      writer.endRecord()
      return OutputFile(path: APIPath.root + APIPath.problems(page: page), bytes: writer.bytes)
    }
  }
}
