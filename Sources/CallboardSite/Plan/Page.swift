package import CallboardCatalog

/// One HTML page of the site. What it shows is looked up in the ``SiteModel`` when it is composed.
///
/// Numbers of list pages start at 1.
package enum Page: Hashable, Sendable {
  case home
  /// A page of the list of all entities of a kind; of all kinds when `kind` is nil.
  case kindIndex(kind: String?, number: Int)
  /// A page of the list of a facet's values.
  case facet(Facet, number: Int)
  /// A page of the entities that have the value at an index of ``CatalogFacets``.
  case facetValue(Facet, index: Int, number: Int)
  case entity(EntityID)
  /// The relations of one type to entities of one kind that do not fit on an entity's own page.
  case relationList(entity: EntityID, relation: RelationType, kind: String, number: Int)
  /// The descriptor of an entity that does not fit on its own page.
  case source(EntityID)
  /// In place of an entity that others refer to and that the site does not have: an index into
  /// ``Catalog/refs``.
  case missing(Int, number: Int)
  /// The graph explorer.
  case graph
  /// A page of the org chart: of the groups below one group, or of those at the top.
  case org(group: EntityID?, number: Int)
  case ungroupedUsers(number: Int)
  case docsHome(number: Int)
  /// Indexes into ``SiteModel/docs`` and its pages.
  case docs(site: Int, page: Int)
  /// The list of pages with which docs without an index page begin: an index into ``SiteModel/docs``.
  case docsContents(site: Int)
  /// At a further name of a version, leads to the page of those indexes; to the list of pages when `page` is nil.
  case docsAlias(site: Int, page: Int?)
  /// Indexes into ``SiteModel/docs`` and its redirects.
  case docsRedirect(site: Int, index: Int)
  case announcements(number: Int)
  /// An index into ``AnnouncementBoard/announcements``.
  case announcement(Int)
  case decisions(number: Int)
  /// The list of radars, where there are several.
  case radars
  /// An index into ``SiteModel/radars``.
  case radar(Int)
  /// The list of scorecards, where there are several.
  case scorecards
  /// A page of the entities of a scorecard: an index into ``SiteModel/scorecards``.
  case scorecard(Int, number: Int)
  /// An index into ``SitePlan/redirects``.
  case redirect(Int)
  case search
  /// A page of the list of all entities and docs pages by title.
  case titles(number: Int)
  case about
  /// What a reader chooses about the look, and who they are.
  case settings
  /// Every component of the theme, for those who work on it and for tests.
  case components
  case notFound
  case changes(number: Int)
}
