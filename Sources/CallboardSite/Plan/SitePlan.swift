import CallboardCatalog
package import CallboardDiagnostics
import CallboardDocs

/// Which pages the site has and where each stands.
package struct SitePlan: Sendable {
  /// In the order of their routes.
  package private(set) var pages: [(route: Route, page: Page)] = []
  package private(set) var routes = RouteTable()
  let facets: CatalogFacets
  private(set) var titles = TitleIndex()
  /// The operator's own, by route.
  private(set) var redirects: [SiteRedirects.Resolved] = []

  private init(facets: CatalogFacets) {
    self.facets = facets
  }

  /// Lays out all pages but the problems, whose number is known only after linking.
  ///
  /// Two pages that would stand at the same address, compared without regard to case because some
  /// file systems do so, are a finding; the one of the lower route and source keeps the place.
  package static func make(for model: SiteModel) -> Diagnosed<SitePlan> {
    var plan = SitePlan(facets: CatalogFacets(model.catalog))
    var diagnostics: [Diagnostic] = []
    plan.addCatalog(model)
    plan.addFacets()
    plan.addGraph(model)
    plan.addDocs(model, &diagnostics)
    plan.addAnnouncements(model, &diagnostics)
    if !model.decisions.records.isEmpty {
      plan.addList(of: model.decisions.records.count, PageSize.decisions, at: Routes.decisions) {
        .decisions(number: $0)
      }
    }
    plan.addRadars(model)
    plan.addScorecards(model)
    plan.add(.home, at: .home)
    plan.titles = TitleIndex(plan.pages, of: model)
    plan.add(.search, at: Routes.search)
    plan.addList(of: plan.titles.entries.count, PageSize.titles, at: Routes.titles) {
      .titles(number: $0)
    }
    plan.add(.about, at: Routes.about)
    plan.add(.settings, at: Routes.settings)
    plan.add(.components, at: Routes.components)
    plan.add(.notFound, at: Route(path: "404"))
    plan.addList(of: model.history.entries.count, PageSize.commits, at: Routes.changes) {
      .changes(number: $0)
    }
    plan.redirects = SiteRedirects.resolve(model, plan.pages, plan.routes)
      .unwrap(into: &diagnostics)
    for (index, redirect) in plan.redirects.enumerated() {
      plan.add(.redirect(index), at: redirect.route)
    }
    plan.pages.sort { $0.route < $1.route }
    return Diagnosed(plan, diagnostics: diagnostics)
  }

  private mutating func addCatalog(_ model: SiteModel) {
    var counts: [String: Int] = [:]
    for id in model.catalog.allIDs {
      let ref = model.catalog.ref(of: id)
      counts[ref.kind, default: 0] += 1
      let route = Routes.entity(ref)
      add(.entity(id), at: route)
      routes.add(ref, at: route)
      addRelationLists(of: id, model)
      if case .page = model.sources.place(of: model.catalog[id]) {
        add(.source(id), at: Routes.source(ref))
      }
    }
    addMissing(model)
    addList(of: model.catalog.entities.count, PageSize.entities, at: Routes.catalog) {
      .kindIndex(kind: nil, number: $0)
    }
    for (kind, count) in counts.sorted(by: { $0.key < $1.key }) {
      addList(of: count, PageSize.entities, at: Routes.kindIndex(kind)) {
        .kindIndex(kind: kind, number: $0)
      }
    }
  }

  private mutating func addFacets() {
    for facet in facets.facets {
      let list = facets[facet]
      addList(of: list.values.count, PageSize.facetValues, at: Routes.facet(facet)) {
        .facet(facet, number: $0)
      }
      for (index, value) in list.values.enumerated() {
        addList(of: value.count, PageSize.entities, at: Routes.facet(facet, value.value)) {
          .facetValue(facet, index: index, number: $0)
        }
      }
    }
  }

  private mutating func addRelationLists(of id: EntityID, _ model: SiteModel) {
    let relations = model.catalog.relations(of: id)
    guard relations.count > PageSize.relations else { return }
    let groups = RelationGroups.groups(of: relations, in: model.catalog)
    for group in groups where group.relations.count > PageSize.relations {
      let list = Routes.relationList(
        model.catalog.ref(of: id),
        relation: model.catalog.relationTypes[group.type].name,
        kind: group.kind
      )
      addList(of: group.relations.count, PageSize.entities, at: list) {
        .relationList(entity: id, relation: group.type, kind: group.kind, number: $0)
      }
    }
  }

  /// A page in place of each missing entity, so that no reference is a dead end.
  private mutating func addMissing(_ model: SiteModel) {
    let catalog = model.catalog
    var counts = [Int](repeating: 0, count: catalog.missingRefs.count)
    guard !counts.isEmpty else { return }
    for id in catalog.allIDs {
      for relation in catalog.relations(of: id) where relation.isDangling {
        counts[Int(relation.targetRef) - catalog.missingRefs.lowerBound] += 1
      }
    }
    // What the published portal has is not missing, though this site does not have it.
    for (index, count) in zip(catalog.missingRefs, counts)
    where catalog.refs[index].isWellFormed && !model.elsewhere.contains(catalog.refs[index]) {
      for number in 1...PageSize.pageCount(count, of: PageSize.referrers) {
        add(
          .missing(index, number: number),
          at: Routes.missing(catalog.refs[index], number: number)
        )
      }
    }
  }

  private mutating func addGraph(_ model: SiteModel) {
    add(.graph, at: Routes.graph)
    let tree = OrgTree(model.catalog)
    for page in OrgOutline.pages(tree) {
      let group = page.root.map { tree.groups[$0].id }
      let list = Routes.org(below: group.map { model.catalog.ref(of: $0) })
      add(.org(group: group, number: page.number), at: Routes.page(page.number, of: list))
    }
    if tree.ungrouped.count > PageSize.relations {
      addList(of: tree.ungrouped.count, PageSize.entities, at: Routes.ungroupedUsers) {
        .ungroupedUsers(number: $0)
      }
    }
  }

  private mutating func addDocs(_ model: SiteModel, _ diagnostics: inout [Diagnostic]) {
    for (siteIndex, site) in model.docs.enumerated() {
      for (pageIndex, page) in site.tree.pages.enumerated() {
        let route = Routes.docs(site.tree, location: page.location)
        if let reason = OutputFile.fault(inPath: route.filePath) {
          diagnostics.append(.routeInvalid(route, of: page.source, reason: reason))
          continue
        }
        let earlier = routes.claim(page.source, of: siteIndex, page: pageIndex, at: route)
        if let earlier {
          diagnostics.append(.routeTaken(route, by: page.source, earlier: earlier))
          continue
        }
        add(.docs(site: siteIndex, page: pageIndex), at: route)
        for name in Self.furtherNames(of: site.tree) {
          let further = Routes.docs(site.tree.entity, version: name, location: page.location)
          add(.docsAlias(site: siteIndex, page: pageIndex), at: further)
        }
      }
      addContents(of: siteIndex, site.tree)
      addRedirects(of: siteIndex, site.tree)
    }
    let documented = Set(model.docs.map(\.tree.entity))
    diagnostics += model.catalog.entities.compactMap {
      NamedDocs(of: $0, among: documented, routes)?.finding
    }
    let count = model.docs.count { $0.tree.version?.isDefault ?? true }
    addList(of: count, PageSize.docsSites, at: Routes.docsHome) { .docsHome(number: $0) }
  }

  /// A single radar needs no list to be found in.
  private mutating func addRadars(_ model: SiteModel) {
    if model.radars.count > 1 { add(.radars, at: Routes.radars) }
    for (index, radar) in model.radars.enumerated() {
      add(.radar(index), at: Routes.radar(radar.name))
    }
  }

  private mutating func addScorecards(_ model: SiteModel) {
    if model.scorecards.count > 1 { add(.scorecards, at: Routes.scorecards) }
    for (index, scored) in model.scorecards.enumerated() {
      let route = Routes.scorecard(scored.scorecard.name)
      addList(of: scored.results.count, PageSize.entities, at: route) {
        .scorecard(index, number: $0)
      }
    }
  }

  private mutating func addAnnouncements(_ model: SiteModel, _ diagnostics: inout [Diagnostic]) {
    guard let tree = model.announcements.site?.tree else { return }
    let announcements = model.announcements.announcements
    addList(of: announcements.count, PageSize.announcements, at: Routes.announcements) {
      .announcements(number: $0)
    }
    for (index, announcement) in announcements.enumerated() {
      let route = model.announcements.route(of: announcement)
      let source = tree.pages[announcement.page].source
      if let reason = OutputFile.fault(inPath: route.filePath) {
        diagnostics.append(.routeInvalid(route, of: source, reason: reason))
        continue
      }
      // Its site stands behind those of the docs where links are followed.
      let earlier = routes.claim(source, of: model.docs.count, page: announcement.page, at: route)
      if let earlier {
        diagnostics.append(.routeTaken(route, by: source, earlier: earlier))
        continue
      }
      add(.announcement(index), at: route)
    }
  }

  private mutating func addContents(of siteIndex: Int, _ tree: DocsTree) {
    guard tree.beginsWithContents else { return }
    add(.docsContents(site: siteIndex), at: Routes.docs(tree))
    for name in Self.furtherNames(of: tree) {
      let further = Routes.docs(tree.entity, version: name, location: "")
      add(.docsAlias(site: siteIndex, page: nil), at: further)
    }
  }

  /// Redirects give way to pages; two whose addresses differ by case only are one.
  private mutating func addRedirects(of siteIndex: Int, _ tree: DocsTree) {
    var taken: Set<String> = []
    for (index, redirect) in tree.redirects.enumerated() {
      let route = Routes.docs(tree, location: redirect.location)
      guard OutputFile.fault(inPath: route.filePath) == nil, routes.place(at: route) == nil,
        taken.insert(PortableName.folded(route.path)).inserted
      else { continue }
      add(.docsRedirect(site: siteIndex, index: index), at: route)
    }
  }

  private mutating func addList(
    of count: Int,
    _ size: Int,
    at route: Route,
    _ page: (Int) -> Page
  ) {
    for number in 1...PageSize.pageCount(count, of: size) {
      add(page(number), at: Routes.page(number, of: route))
    }
  }

  private mutating func add(_ page: Page, at route: Route) {
    pages.append((route, page))
  }
}
