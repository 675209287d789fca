import CallboardCatalog
import CallboardCrawl
package import CallboardDiagnostics
import CallboardDocs
package import CallboardMarkdown
package import CallboardTemplate

/// Makes the files of pages from the model, by the theme's templates.
///
/// Composing a page reads nothing but its arguments, so pages are composed from several threads at once and in any
/// order.
package final class PageComposer: Sendable {
  package let model: SiteModel
  package let plan: SitePlan
  let theme: Theme
  let shared: SharedContext
  let references: EntityReferences
  let changes: ChangeContext
  let rows: EntityRows
  let linker: DocumentLinker
  let problems: ProblemContext
  let entities: EntityIndex
  let relationTables: RelationTables
  let widgets: WidgetContext
  let tools: OutboundLinks
  /// Entities by kind, each list in the order of the catalog.
  let entitiesByKind: [String: [EntityID]]
  let org: OrgTree
  /// Of each ``SiteModel/docs``, the way to its pages.
  let navigation: [DocsNavigationPaths]
  let versions: DocsVersions
  let layouts: EntityLayouts
  /// The entities with documentation of their own.
  let documented: Set<EntityRef>
  /// The facets as menus list them, by the one that is current; nil for none.
  let facetMenus: [Facet?: TemplateValue]

  package init(model: SiteModel, plan: SitePlan, theme: Theme) {
    self.model = model
    self.plan = plan
    self.theme = theme
    var byKind: [String: [EntityID]] = [:]
    for id in model.catalog.allIDs {
      byKind[model.catalog.ref(of: id).kind, default: []].append(id)
    }
    entitiesByKind = byKind
    let name = ["site": model.settings.title]
    let strings = theme.strings
    shared = SharedContext(
      settings: model.settings,
      assets: theme.assets,
      strings: theme.strings,
      banners: Self.bannerValues(model.announcements, theme.strings),
      absent: Self.absentPages(of: model),
      sections: Self.sections(of: model),
      kinds: byKind.map { kind, ids in
        SharedContext.KindSummary(
          kind: kind,
          count: ids.count,
          style: .of(kind, in: model.catalog.model, theme.strings)
        )
      }
      .sorted { KindStyle.isBefore($0.kind, $1.kind) },
      feeds: [
        (strings.text("feed.changes", name), ChangesFiles.feedPath, ChangesFiles.hasFeed(model)),
        (strings.text("feed.docs", name), DocsFeed.path, DocsFeed.isPublished(model)),
        (
          strings.text("feed.announcements", name), AnnouncementsFeed.path,
          AnnouncementsFeed.isPublished(model)
        ),
      ]
      .filter(\.2).map { ($0.0, $0.1) },
      menu: model.settings.layout.navigation
    )
    layouts = EntityLayouts(model.settings.layout.entities, catalog: model.catalog)
    references = EntityReferences(catalog: model.catalog, elsewhere: model.elsewhere)
    changes = ChangeContext(
      history: model.history,
      references: references,
      strings: theme.strings
    )
    rows = EntityRows(
      catalog: model.catalog,
      references: references,
      facets: plan.facets,
      strings: theme.strings
    )
    let repositories = Dictionary(
      (model.repositories + model.versions).map { ($0.name, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    var linked = model
    linked.docs = model.linkedDocs
    linker = DocumentLinker(
      model: linked,
      strings: theme.strings,
      routes: plan.routes,
      repositories: repositories
    )
    problems = ProblemContext(repositories: repositories)
    entities = EntityIndex(model: model)
    relationTables = RelationTables(catalog: model.catalog)
    widgets = WidgetContext(references: references, strings: theme.strings)
    tools = OutboundLinks(addresses: model.settings.integrations)
    org = entities.groups
    navigation = model.docs.map { DocsNavigationPaths(of: $0.tree) }
    versions = DocsVersions(model.docs)
    documented = Set(versions.defaults.keys)
    facetMenus = Self.facetMenus(plan.facets, theme.strings)
  }

  /// Where the menu leads for pages that stand elsewhere on some sites: to the only radar rather than to a list of it.
  static func sections(of model: SiteModel) -> [String: Route] {
    var sections: [String: Route] = [:]
    if model.radars.count == 1 { sections["radar"] = Routes.radar(model.radars[0].name) }
    if model.scorecards.count == 1 {
      sections["scorecards"] = Routes.scorecard(model.scorecards[0].scorecard.name)
    }
    return sections
  }

  /// The pages of ``LayoutSettings/menuPages`` that the site does not have.
  private static func absentPages(of model: SiteModel) -> Set<String> {
    var names: Set<String> = []
    if model.announcements.announcements.isEmpty { names.insert("announcements") }
    if model.decisions.records.isEmpty { names.insert("decisions") }
    if model.radars.isEmpty { names.insert("radar") }
    if model.scorecards.isEmpty { names.insert("scorecards") }
    return names
  }

  /// The words of pages that stand in no template.
  var strings: UIStrings { theme.strings }

  /// What composing one page gave.
  package struct Composition: Sendable {
    package var file: OutputFile
    /// Findings about the page's links.
    package var diagnostics: [Diagnostic]
    /// Files that the page refers to, as paths in the docs' repository.
    package var assets: [String] = []
    /// Pages outside of any navigation that the page leads to.
    package var unlistedTargets: [DocsPageIndex] = []
    /// What links of a page of docs say, and where they lead.
    var destinations: [(written: String, url: String)] = []
    /// Whether the page depends on pages of another repository's docs.
    package var reachesOtherRepositories = false
    /// Whether the page names pages of the portal, be they there or not.
    package var reachesPortal = false

    init(file: OutputFile, diagnostics: [Diagnostic] = []) {
      self.file = file
      self.diagnostics = diagnostics
    }
  }

  /// Composes a page that is not one of the docs.
  ///
  /// - Throws: ``TemplateError`` when a template asks for what its context lacks: a fault of the theme.
  package func compose(
    _ page: Page,
    at route: Route
  ) throws(TemplateError) -> Composition {
    switch page {
    case .home: try render("home", route, homeContext(nil))
    case .kindIndex(let kind, let number): try render("kind", route, kindContext(kind, number))
    case .facet(let facet, let number): try render("facet", route, facetContext(facet, number))
    case .facetValue(let facet, let index, let number):
      try render("kind", route, facetValueContext(facet, index, number))
    case .entity(let index): try render("entity", route, entityContext(index))
    case .relationList(let entity, let relation, let kind, let number):
      try render("kind", route, relationContext(entity, relation, kind, number))
    case .source(let id): try render("source", route, sourceContext(id))
    case .missing(let index, let number):
      try render("missing", route, missingContext(index, number))
    case .graph: try render("graph", route, graphContext())
    case .org(let group, let number): try render("org", route, orgContext(group, number))
    case .ungroupedUsers(let number): try render("kind", route, ungroupedContext(number))
    case .docsHome(let number): try render("docs-home", route, docsHomeContext(number))
    case .docs(let site, let page):
      try compose(docs: site, page, document: RenderedDocument(html: []))
    case .docsContents(let site):
      try render("docs-contents", route, docsContentsContext(site))
    case .docsAlias(let site, let page?):
      try render(
        "redirect",
        route,
        redirectContext(site, to: .page(page, fragment: nil), at: route)
      )
    case .docsAlias(let site, nil):
      try render("redirect", route, contentsRedirectContext(site, at: route))
    case .docsRedirect(let site, let index):
      try render(
        "redirect",
        route,
        redirectContext(site, to: model.docs[site].tree.redirects[index].target, at: route)
      )
    case .announcements(let number):
      try render("widgets", route, widgetContext(announcementsPage(number)))
    case .decisions(let number):
      try render("widgets", route, widgetContext(decisionsPage(number)))
    case .radars: try render("widgets", route, widgetContext(radarsPage()))
    case .radar(let index): try render("widgets", route, widgetContext(radarPage(index)))
    case .scorecards: try render("widgets", route, widgetContext(scorecardsPage()))
    case .scorecard(let index, let number):
      try render("widgets", route, widgetContext(scorecardPage(index, number)))
    case .announcement(let index):
      try compose(announcement: index, document: RenderedDocument(html: []))
    case .redirect(let index):
      try render("redirect", route, redirectContext(plan.redirects[index]))
    case .search: try render("search", route, searchContext())
    case .titles(let number): try render("titles", route, titlesContext(number))
    case .about: try render("about", route, aboutContext())
    case .settings: try render("settings", route, settingsContext())
    case .components: try render("components", route, componentsContext())
    case .notFound: try render("not-found", route, notFoundContext())
    case .changes(let number): try render("changes", route, changesContext(number))
    }
  }

  /// Composes a page of the docs around its rendered body.
  package func compose(
    docs site: Int,
    _ page: Int,
    document: RenderedDocument
  ) throws(TemplateError) -> Composition {
    let linked = linker.link(document, site: site, page: page)
    let tree = model.docs[site].tree
    let route = Routes.docs(tree, location: tree.pages[page].location)
    let context = docsContext(site, page, document, linked)
    var composition = try render(Self.docsTemplate, route, context)
    composition.diagnostics = linked.diagnostics
    composition.assets = linked.assets
    composition.unlistedTargets = linked.unlistedTargets
    composition.destinations = linked.destinations
    composition.reachesOtherRepositories = linked.reachesOtherRepositories
    composition.reachesPortal = linked.reachesPortal
    return composition
  }

  /// That of all pages of docs but those that only list others.
  private static let docsTemplate = "docs"

  /// The templates that pages of docs are rendered with.
  package static let docsTemplates = [path(ofTemplate: docsTemplate)]

  private static func path(ofTemplate name: String) -> String { "pages/\(name).html" }

  func render(
    _ template: String,
    _ route: Route,
    _ context: [String: TemplateValue]
  ) throws(TemplateError) -> Composition {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(32 << 10)
    try theme.templates.render(
      Self.path(ofTemplate: template),
      context: TemplateObject(context),
      into: &bytes
    )
    // A host serves the page of missing addresses from a file at the root.
    let path = template == "not-found" ? "404.html" : route.filePath
    return Composition(file: OutputFile(path: path, bytes: bytes))
  }
}
