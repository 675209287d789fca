import CallboardDiagnostics

/// The address of one page: a folder under the site's root that holds its `index.html`.
///
///     Route(["catalog", "default", "component", "checkout"])
///
/// has the URL path `catalog/default/component/checkout/` and the file
/// `catalog/default/component/checkout/index.html`. Links between pages are relative, made of
/// ``rootPrefix`` and ``urlPath``, so that the site works under any path of a host.
package struct Route: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// `/`-separated without slashes at the ends; empty for the site's first page. Not percent-encoded.
  package let path: String

  package init(path: String) {
    self.path = path
  }

  package init(_ components: [String]) {
    path = components.filter { !$0.isEmpty }.joined(separator: "/")
  }

  package static let home = Route(path: "")

  /// Relative to the site's root and percent-encoded, with a slash at its end; empty for the first page.
  package var urlPath: String {
    path.isEmpty ? "" : Self.percentEncoded(path) + "/"
  }

  /// The file that a static host serves for the route.
  package var filePath: String {
    path.isEmpty ? "index.html" : path + "/index.html"
  }

  /// Leads from the page back to the site's root: `../../`, or `./` from the first page.
  package var rootPrefix: String {
    path.isEmpty ? "./" : String(repeating: "../", count: 1 + path.utf8.count { $0 == 0x2F })
  }

  /// A route below this one.
  package func appending(_ component: String) -> Route {
    Route([path, component])
  }

  package var description: String { "/" + urlPath }

  package static func < (lhs: Self, rhs: Self) -> Bool { lhs.path < rhs.path }

  /// Encodes what RFC 3986 does not allow in a path segment (section 3.3), leaving slashes.
  ///
  /// A colon is encoded too, so that no first segment is taken for a scheme.
  package static func percentEncoded(_ path: String) -> String {
    PercentCode.encoded(path) {
      PercentCode.isUnreserved($0) || "/!$()*+,;=@".utf8.contains($0)
    }
  }
}
