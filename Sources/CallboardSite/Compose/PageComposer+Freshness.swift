import CallboardCatalog
import CallboardDiagnostics
import CallboardDocs

/// How well the portal is kept: on the start page and about the build.
extension PageComposer {
  /// The pages of docs that were changed last; nil where git tells of none.
  func updatedWidget() -> Widget? {
    let entries = DocsFeed.latest(model).prefix(Self.updatedCount)
    guard !entries.isEmpty else { return nil }
    let items = entries.map { entry in
      let tree = model.docs[entry.site].tree
      let route = Routes.docs(tree, location: tree.pages[entry.page].location)
      let title = model.docs[entry.site].outlines[entry.page].title
      return WidgetList.Item(
        [.link(WidgetLink(title, .site(route.urlPath)))],
        text: docsTitle(entry.site),
        details: [.date(WidgetDate(secondsSince1970: entry.history.seconds, strings))]
      )
    }
    return Widget(
      id: "updated",
      title: strings.text("home.updated"),
      more: model.history.entries.isEmpty
        ? nil : WidgetLink(strings.text("home.all-changes"), .site(Routes.changes.urlPath)),
      .list(WidgetList(items))
    )
  }

  private static let updatedCount = 8

  /// Findings by severity, how many components have documentation, and how much of it is fresh.
  ///
  /// - Parameter found: All findings of the build; nil while linking may come upon more.
  func healthWidget(_ found: [Diagnostic]?) -> Widget? {
    var states: [WidgetStatus] = []
    if let found { states.append(problemsStatus(found)) }
    states += [coverageStatus(), freshnessStatus()].compactMap(\.self)
    guard !states.isEmpty else { return nil }
    return Widget(
      id: "health",
      title: strings.text("home.health"),
      more: WidgetLink(strings.text("home.all-problems"), .site(Routes.problems.urlPath)),
      .status(states)
    )
  }

  private func problemsStatus(_ found: [Diagnostic]) -> WidgetStatus {
    let counts = Dictionary(grouping: found, by: \.severity).mapValues(\.count)
    let errors = counts[.error] ?? 0
    let warnings = counts[.warning] ?? 0
    let parts = [
      ("home.errors", errors), ("home.warnings", warnings), ("home.notes", counts[.note] ?? 0),
    ]
    return WidgetStatus(
      [.text(strings.text("nav.problems"))],
      tone: errors > 0 ? .bad : warnings > 0 ? .warning : .good,
      state: errors > 0
        ? strings.text("home.errors", count: errors)
        : warnings > 0
          ? strings.text("home.warnings", count: warnings) : strings.text("home.sound"),
      text: parts.map { strings.text($0.0, count: $0.1) }.joined(separator: ", ")
    )
  }

  /// Of components, those with documentation of their own or of an entity that they name; nil without components.
  private func coverageStatus() -> WidgetStatus? {
    guard let components = entitiesByKind["component"], !components.isEmpty else { return nil }
    let covered = components.count { id in
      let entity = model.catalog[id]
      return documented.contains(entity.ref)
        || NamedDocs.ref(of: entity).map(documented.contains) ?? false
    }
    return shareStatus(covered, of: components.count, title: "home.coverage", text: "home.covered")
  }

  /// Of pages of docs with a known date, those that were changed in the year before the newest commit of the site.
  private func freshnessStatus() -> WidgetStatus? {
    guard let newest = model.newestChange else { return nil }
    var (fresh, dated) = (0, 0)
    for site in model.docs where site.tree.version?.isDefault ?? true {
      for page in site.tree.pages {
        guard let history = model.history(of: page.source) else { continue }
        dated += 1
        if newest - history.seconds <= Self.freshSeconds { fresh += 1 }
      }
    }
    guard dated > 0 else { return nil }
    return shareStatus(fresh, of: dated, title: "home.freshness", text: "home.fresh")
  }

  /// A year, as far as a day counts for it.
  private static let freshSeconds: Int64 = 365 * 86_400

  private func shareStatus(
    _ count: Int,
    of total: Int,
    title: String,
    text: String
  ) -> WidgetStatus {
    let percent = count * 100 / total
    return WidgetStatus(
      [.text(strings.text(title))],
      tone: percent >= 80 ? .good : percent >= 50 ? .note : .warning,
      state: strings.text("common.percent", ["number": String(percent)]),
      text: strings.text(text, ["count": String(count), "total": String(total)])
    )
  }

  /// The newest commit that is known of each repository, as far as it changed a page of docs or an entity.
  func newestChanges() -> [String: Int64] {
    var newest = model.changes.compactMapValues { $0.values.lazy.map(\.seconds).max() }
    for entry in model.history.entries {
      newest[entry.repository] = max(newest[entry.repository] ?? .min, entry.seconds)
    }
    return newest
  }
}
