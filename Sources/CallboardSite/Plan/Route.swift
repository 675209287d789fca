import CallboardDiagnostics

/// The address of one page: a folder under the site's root that holds its `index.html`.
///
///     Route(["catalog", "default", "component", "checkout"])
///
/// has the URL path `catalog/default/component/checkout/` and the file
/// `catalog/default/component/checkout/index.html`. Links between pages are relative, so that the site
/// works under any path of a host: those of the theme are made of ``rootPrefix`` and ``urlPath``, those
/// of texts by ``url(to:)``.
package struct Route: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// `/`-separated without slashes at the ends; empty for the site's first page. Not percent-encoded.
  package let path: String

  package init(path: String) {
    self.path = path
  }

  package init(_ components: [String]) {
    let length = components.reduce(0) { $0 + $1.utf8.count + 1 }
    path = String(unsafeUninitializedCapacity: length) { buffer in
      var end = 0
      for component in components where !component.isEmpty {
        if end > 0 {
          buffer[end] = UInt8(ascii: "/")
          end += 1
        }
        end += UnsafeMutableBufferPointer(rebasing: buffer[end...]).update(
          fromContentsOf: component.utf8
        )
      }
      return end
    }
  }

  package static let home = Route(path: "")

  /// Relative to the site's root and percent-encoded, with a slash at its end; empty for the first page.
  package var urlPath: String {
    if path.isEmpty { return "" }
    let encoded = Self.percentEncoded(path)
    // Without room for more: search has those of all pages in memory.
    return String(unsafeUninitializedCapacity: encoded.utf8.count + 1) { buffer in
      let end = buffer.update(fromContentsOf: encoded.utf8)
      buffer[end] = UInt8(ascii: "/")
      return end + 1
    }
  }

  /// The file that a static host serves for the route.
  package var filePath: String {
    path.isEmpty ? "index.html" : path + "/index.html"
  }

  /// Leads from the page back to the site's root: `../../`, or `./` from the first page.
  package var rootPrefix: String {
    path.isEmpty ? "./" : String(repeating: "../", count: 1 + path.utf8.count { $0 == 0x2F })
  }

  /// The shortest relative URL from the page to another address of the site.
  ///
  ///     Route(path: "docs/a/guide").url(to: "docs/a/faq/")  // ../faq/
  ///
  /// - Parameter target: Relative to the site's root and percent-encoded, such as ``urlPath``.
  package func url(to target: String) -> String {
    var here = urlPath
    var target = target
    return here.withUTF8 { here in
      target.withUTF8 { target in Self.url(from: here, to: target) }
    }
  }

  /// Both addresses are relative to the site's root; the first ends with a slash, or is empty.
  private static func url(
    from here: UnsafeBufferPointer<UInt8>,
    to target: UnsafeBufferPointer<UInt8>
  ) -> String {
    let slash = UInt8(ascii: "/")
    // Up to the last slash of what both begin with, they lie in the same folders.
    var shared = 0
    var index = 0
    while index < here.count, index < target.count, here[index] == target[index] {
      index += 1
      if here[index - 1] == slash { shared = index }
    }
    let ups = here[shared...].count { $0 == slash }
    let down = target[shared...]
    if ups == 0, down.isEmpty { return "./" }
    return String(unsafeUninitializedCapacity: ups * 3 + down.count) { buffer in
      var end = 0
      for _ in 0..<ups {
        end += UnsafeMutableBufferPointer(rebasing: buffer[end...]).update(
          fromContentsOf: "../".utf8
        )
      }
      end += UnsafeMutableBufferPointer(rebasing: buffer[end...]).update(fromContentsOf: down)
      return end
    }
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
    PercentCode.encoded(path, keeping: addressCharacters)
  }

  private static let addressCharacters = PercentCode.Kept.unreserved.adding("/!$()*+,;=@")
}
