package import CallboardDiagnostics

/// What the operator's layout names and the site does not have.
extension LayoutSettings {
  /// - Complexity: linear in the number of pages for each address of the menu.
  package func findings(in plan: SitePlan, _ theme: Theme) -> [Diagnostic] {
    (navigation ?? []).flatMap { entry -> [Diagnostic] in
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
}

extension Diagnostic.ID {
  static let layoutRouteUnknown = Self(rawValue: "layout-route-unknown")
  static let layoutIconUnknown = Self(rawValue: "layout-icon-unknown")
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
}
