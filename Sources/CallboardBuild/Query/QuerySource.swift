import CallboardCatalog
import CallboardJSON
import CallboardSite

/// The entities that a query looks at, page by page, in the shape of Backstage's REST API.
struct QuerySource: Sendable {
  let pageCount: Int
  /// Of a page from 0, ascending by reference.
  let entities: @Sendable (Int) throws(BuildFailure) -> [JSONValue]

  /// A portal's entities, less the pages of kinds that the condition rules out.
  init(_ catalog: PublishedCatalog, for predicate: EntityPredicate) {
    let kinds = predicate.kinds(among: catalog.index.kinds.map(\.name))
    let pages = kinds.map { catalog.pages(ofKinds: Set($0)) } ?? catalog.pages
    pageCount = pages.count
    entities = { (index) throws(BuildFailure) in
      do throws(PublishedCatalogError) {
        return try catalog.documents(on: pages[index])
      } catch {
        throw BuildFailure("\(error)", help: [error.remedy])
      }
    }
  }

  /// The entities of repositories, as a build would publish them: the same bytes, so that a query
  /// answers the same before and after a build.
  init(_ catalog: Catalog, for predicate: EntityPredicate) {
    let all = EntityPage.all(of: catalog)
    let kinds = predicate.kinds(among: all.filter { $0.number == 1 }.map(\.kind)).map(Set.init)
    let pages = kinds.map { kinds in all.filter { kinds.contains($0.kind) } } ?? all
    pageCount = pages.count
    entities = { (index) throws(BuildFailure) in
      var entities: [JSONValue] = []
      for id in pages[index].entities {
        let bytes = EntityFiles.json(of: id, in: catalog)
        do throws(JSONError) {
          entities.append(try JSONReader().read(bytes))
        } catch {
          throw BuildFailure("the JSON of '\(catalog.ref(of: id))' cannot be read: \(error)")
        }
      }
      return entities
    }
  }
}
