import CallboardCatalog
import CallboardDiagnostics
import CallboardDocs
import CallboardSearch
import CallboardTemplate

/// What pages of docs show besides what their own repositories hold. Where all of it and all of that is as it was, so are
/// the pages.
extension PageComposer {
  /// What stands around every page of docs, in JSON: what ``docsContext(_:_:_:_:)`` gives each of them, whatever its docs.
  package var docsFrame: String {
    let values = shared.values(
      for: .init(
        title: "",
        route: Routes.docsHome,
        layout: "docs",
        kind: .article,
        section: Routes.docsHome
      )
    )
    return Self.json(values)
  }

  /// What the pages of one docs site, and their records in search, show of the catalog and of the docs' other versions, in
  /// JSON.
  ///
  /// - Parameter index: Of ``SiteModel/docs``.
  package func docsFacts(_ index: Int) -> String {
    let tree = model.docs[index].tree
    let record = SearchRecords(model: model).record(docsContents: index)
    let found = [
      record.summary, record.owner, record.system, record.type, record.lifecycle, record.namespace,
      "\(record.popularity)",
    ]
    var facts: [String: TemplateValue] = [
      "docs": docsValue(index, tree: []),
      "descriptor": TemplateValue(model.catalog[tree.entity]?.file.description),
      "search": .array(found.map { .string($0) }),
    ]
    addVersions(index, location: "", to: &facts)
    return Self.json(facts)
  }

  private static func json(_ values: [String: TemplateValue]) -> String {
    // Dictionaries have another order in each process.
    let pairs = values.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    return TemplateValue.object(TemplateObject(pairs)).json ?? ""
  }
}
