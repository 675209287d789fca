import CallboardDiagnostics

/// Settles where the redirects of docs lead, once their pages are in order.
struct DocsRedirects {
  let pages: [DocsPage]
  let order: NavigationOrder

  /// Redirects may follow one another so far.
  private static let chainLimit = 16

  func resolve(
    _ redirects: [MkDocsConfiguration.Redirect]
  ) -> Diagnosed<[DocsRedirect]> {
    var diagnostics: [Diagnostic] = []
    var taken = Set(pages.map(\.location))
    let bySource = Dictionary(
      redirects.map { ($0.source, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    var resolved: [DocsRedirect] = []
    for redirect in redirects {
      let location = DocsPage.location(ofAddress: redirect.source)
      guard taken.insert(location).inserted, !location.hasPrefix("-/") else {
        diagnostics.append(.redirectShadowed(redirect.source, at: redirect.sourceSpan))
        continue
      }
      guard let target = target(of: redirect, bySource) else {
        let (path, _) = Self.cut(redirect.target)
        diagnostics.append(
          .redirectTargetMissing(
            redirect.target,
            nearest: diagnostics.count < 20 ? order.nearest(to: path) : nil,
            at: redirect.targetSpan
          )
        )
        continue
      }
      resolved.append(DocsRedirect(location: location, target: target))
    }
    return Diagnosed(resolved.sorted { $0.location < $1.location }, diagnostics: diagnostics)
  }

  private func target(
    of redirect: MkDocsConfiguration.Redirect,
    _ bySource: [String: MkDocsConfiguration.Redirect]
  ) -> DocsRedirect.Target? {
    var written = redirect.target
    for _ in 0..<Self.chainLimit {
      if let url = LinkDestination.publicURL(written) {
        return url.lowercased().hasPrefix("http") ? .url(url) : nil
      }
      let (path, fragment) = Self.cut(written)
      if let page = order.page(at: path) { return .page(page, fragment: fragment) }
      guard let next = bySource[path] else { return nil }
      written = next.target
    }
    return nil
  }

  private static func cut(_ target: String) -> (path: String, fragment: String?) {
    guard case .relative(let path, let fragment) = LinkDestination(target) else {
      return (target, nil)
    }
    return (path.hasPrefix("./") ? String(path.dropFirst(2)) : path, fragment)
  }
}
