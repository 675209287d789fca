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

  /// The record of an entity's page.
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

  /// The record of a docs page, with a section for each heading; nil for a page that its author keeps out of search.
  ///
  /// - Parameter document: The page as it was rendered.
  package func record(docs site: Int, _ page: Int, document: RenderedDocument) -> SearchRecord? {
    let docs = model.docs[site]
    let entity = docs.tree.entity
    let outline = docs.outlines[page]
    if outline.frontMatter.isExcludedFromSearch { return nil }
    var record = SearchRecord(
      url: docs.address(of: page),
      title: outline.title,
      kind: "docs",
      category: .docs
    )
    record.version = docs.tree.version?.name
    record.parentTitle = model.docsTitle(site)
    record.summary = outline.description ?? ""
    record.tags = outline.frontMatter.tags
    if let id = model.catalog.id(of: entity) { describe(&record, by: id) }
    record.popularity = Self.popularity(
      record.popularity,
      boostedBy: outline.frontMatter.searchBoost
    )
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

  /// The record of the list of pages with which docs without an index page begin.
  package func record(docsContents site: Int) -> SearchRecord {
    let tree = model.docs[site].tree
    let title = model.docsTitle(site)
    var record = SearchRecord(
      url: Routes.docs(tree).urlPath,
      title: title,
      kind: "docs",
      category: .docs
    )
    record.version = tree.version?.name
    record.parentTitle = title
    record.summary = model.docsSummary(site) ?? ""
    if let id = model.catalog.id(of: tree.entity) { describe(&record, by: id) }
    record.ref = tree.entity.description
    return record
  }

  /// The record of a page of widgets, less its lists of entities, which search finds by themselves.
  package func record(of page: WidgetPage) -> SearchRecord {
    var record = SearchRecord(
      url: page.route.urlPath,
      title: page.title,
      kind: page.kind,
      category: .docs
    )
    record.summary = page.description ?? ""
    let widgets = page.widgets.filter { widget in
      if case .table(let table) = widget.content { table.look != .records } else { true }
    }
    record.sections = widgets.map { widget in
      SearchRecord.Section(
        heading: widget.title ?? "",
        fragment: "cb:" + widget.id,
        text: widget.plainText
      )
    }
    return record
  }

  /// Search counts popularity in doublings, of which a boost of 2 is worth four.
  private static func popularity(_ popularity: Int, boostedBy boost: Double) -> Int {
    let doublings = Int(max(-7, min(7, (boost - 1) * 4)).rounded())
    return doublings > 0 ? min(max(popularity, 1), 127) << doublings : popularity >> -doublings
  }

  /// Fills in what facets filter by.
  private func describe(_ record: inout SearchRecord, by id: EntityID) {
    let entity = model.catalog[id]
    record.owner = model.catalog.firstTarget(.ownedBy, of: id)?.name ?? ""
    record.system = model.catalog.firstTarget(.partOf, of: id, kind: "system")?.name ?? ""
    record.type = entity.type ?? ""
    record.lifecycle = entity.lifecycle ?? ""
    record.namespace = entity.ref.namespace
    record.popularity = model.catalog.relations(of: id).count
  }
}
