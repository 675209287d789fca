package import CallboardCatalog
import CallboardDocs
package import CallboardMarkdown
package import CallboardSearch

/// What search knows of each page, taken from the model.
package struct SearchRecords: Sendable {
  let model: SiteModel

  package init(model: SiteModel) {
    self.model = model
  }

  package func record(entity id: EntityID) -> SearchRecord {
    let entity = model.catalog[id]
    var record = SearchRecord(
      url: Routes.entity(entity.ref).urlPath,
      title: entity.displayName,
      kind: entity.ref.kind,
      category: .entity
    )
    record.name = entity.name
    record.ref = entity.ref.description
    record.tags = entity.tags
    record.summary = entity.description ?? ""
    describe(&record, by: id)
    return record
  }

  package func record(docs site: Int, _ page: Int, document: RenderedDocument) -> SearchRecord {
    let docs = model.docs[site]
    let entity = docs.tree.entity
    let outline = docs.outlines[page]
    var record = SearchRecord(
      url: Routes.docs(entity, location: docs.tree.pages[page].location).urlPath,
      title: outline.title,
      kind: "docs",
      category: .docs
    )
    record.parentTitle = docs.tree.title ?? model.catalog[entity]?.displayName ?? entity.name
    record.summary = outline.description ?? ""
    if let id = model.catalog.id(of: entity) { describe(&record, by: id) }
    // Docs are found by their words; the popularity is their entity's.
    record.ref = entity.description
    record.sections = document.sections.map { section in
      let heading = section.heading.map { document.headings[$0] }
      return SearchRecord.Section(
        heading: heading?.text ?? "",
        fragment: heading?.id ?? "",
        text: section.text
      )
    }
    return record
  }

  /// Fills in what facets filter by.
  private func describe(_ record: inout SearchRecord, by id: EntityID) {
    let entity = model.catalog[id]
    record.owner = target(of: id, .ownedBy)
    record.system = target(of: id, .partOf)
    record.type = entity.type ?? ""
    record.lifecycle = entity.lifecycle ?? ""
    record.namespace = entity.ref.namespace
    record.popularity = model.catalog.relations(of: id).count
  }

  private func target(of id: EntityID, _ type: RelationType) -> String {
    model.catalog.relations(of: id, type).first.map { model.catalog.targetRef(of: $0).name } ?? ""
  }
}
