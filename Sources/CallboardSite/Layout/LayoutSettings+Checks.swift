import CallboardCatalog
package import CallboardDiagnostics

/// What the operator's layout names and the site does not have.
extension LayoutSettings {
  /// - Complexity: linear in the number of pages for each address of the menu, and in the number of annotations of the
  ///   catalog if a card takes something from an entity.
  package func findings(in plan: SitePlan, of model: SiteModel, _ theme: Theme) -> [Diagnostic] {
    iconFindings(theme) + placeholderFindings(model.catalog)
      + (navigation ?? []).flatMap { entry -> [Diagnostic] in
        var found: [Diagnostic] = []
        if let icon = entry.icon, !theme.assets.hasIcon(icon) {
          found.append(.layoutIconUnknown(icon, at: entry.span))
        }
        if case .route(let path) = entry.target {
          let route = Route(path.split(separator: "/").map(String.init))
          // Pages of problems are planned last, when all findings are known.
          let isLater = route.path == "problems" || route.path.hasPrefix("problems/")
          if !isLater, !plan.pages.contains(where: { $0.route == route }) {
            found.append(.layoutRouteUnknown(path, at: entry.span))
          }
        }
        return found
      }
  }

  /// Icons of links on cards.
  private func iconFindings(_ theme: Theme) -> [Diagnostic] {
    let cards = home.cards + entities.flatMap(\.cards.cards)
    return cards.flatMap(\.links).compactMap { link in
      guard let icon = link.icon, !theme.assets.hasIcon(icon) else { return nil }
      return .layoutIconUnknown(icon, at: link.span)
    }
  }

  /// What addresses of cards take and nothing has: the link is then on no page.
  private func placeholderFindings(_ catalog: Catalog) -> [Diagnostic] {
    let homeless = home.cards.flatMap(\.placeholders).map { placeholder, span in
      Diagnostic.layoutPlaceholderUnknown(atHome: placeholder.name, at: span)
    }
    let taken = entities.flatMap(\.cards.cards).flatMap(\.placeholders).filter { entry in
      let name = entry.placeholder.name
      return !entry.placeholder.isClosed
        || !(OwnCard.entityNames.contains(name) || AddressTemplate.isPart(name))
    }
    guard !taken.isEmpty else { return homeless }
    let annotations = Set(catalog.entities.flatMap { $0.annotations.map(\.key) })
    return homeless
      + taken.compactMap { placeholder, span -> Diagnostic? in
        let name = placeholder.name
        guard placeholder.isClosed else { return .layoutPlaceholderUnknown(open: name, at: span) }
        if annotations.contains(name) { return nil }
        let nearest = NearestName.of(name, in: OwnCard.entityNames + annotations)
        // An annotation that is like no other may be one that no entity has yet.
        if nearest == nil, name.contains("/") { return nil }
        return .layoutPlaceholderUnknown(name, nearest: nearest, at: span)
      }
  }
}

extension Diagnostic.ID {
  static let layoutRouteUnknown = Self(rawValue: "layout-route-unknown")
  static let layoutIconUnknown = Self(rawValue: "layout-icon-unknown")
  static let layoutPlaceholderUnknown = Self(rawValue: "layout-placeholder-unknown")
}

extension Diagnostic {
  fileprivate static func layoutRouteUnknown(_ path: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: .layoutRouteUnknown,
      severity: .warning,
      summary: "The menu leads to '\(path)', where the site has no page",
      span: span,
      help: ["Write the address of a page as browsers show it, from the root of the site."]
    )
  }

  fileprivate static func layoutIconUnknown(_ icon: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: .layoutIconUnknown,
      severity: .warning,
      summary: "The theme has no icon '\(icon)'",
      span: span,
      help: ["Name a file of the theme's folder 'icons' without '.svg', or add one to your own."]
    )
  }

  private static func layoutPlaceholderUnknown(
    _ summary: String,
    _ help: String,
    at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      id: .layoutPlaceholderUnknown,
      severity: .warning,
      summary: summary,
      span: span,
      help: [help]
    )
  }

  fileprivate static func layoutPlaceholderUnknown(
    _ name: String,
    nearest: String?,
    at span: SourceSpan
  ) -> Diagnostic {
    layoutPlaceholderUnknown(
      "The address of a card takes '{\(name)}', which no entity has",
      nearest.map { "Change it to '{\($0)}'." }
        ?? "An entity has '{name}', '{namespace}', '{kind}', '{type}' and its annotations by their keys.",
      at: span
    )
  }

  fileprivate static func layoutPlaceholderUnknown(
    atHome name: String,
    at span: SourceSpan
  ) -> Diagnostic {
    layoutPlaceholderUnknown(
      "The address of a card of the first page takes '{\(name)}' from an entity, and that page is of none",
      "Write the address in full, or move the card to 'layout.entities'.",
      at: span
    )
  }

  fileprivate static func layoutPlaceholderUnknown(
    open name: String,
    at span: SourceSpan
  ) -> Diagnostic {
    layoutPlaceholderUnknown(
      "The address of a card has a brace before '\(name.prefix(40))' that is not closed",
      "Write what the address takes between '{' and '}', and a brace of its own as '%7B'.",
      at: span
    )
  }
}
