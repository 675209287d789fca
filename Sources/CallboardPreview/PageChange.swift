import CallboardBuild
import CallboardDiagnostics

/// What a new build means for a page that somebody is looking at.
enum PageChange: Equatable, Sendable {
  /// It shows the same.
  case none
  /// Only style sheets have other addresses: the old ones, each with its new one.
  case styles([String: String])
  /// Anything else, or the page is gone.
  case reload

  /// Compares two builds as far as one page shows them.
  ///
  /// - Parameters:
  ///   - path: The page's file, such as `docs/index.html`; nil for a page that is not of the site.
  ///   - old: The files of the build that it was loaded from.
  ///   - new: Those of the newer build.
  ///   - embedded: What ``changedEmbeddedFiles(from:to:)`` says of both; asked for only where it counts.
  init(
    of path: String?,
    from old: MemorySite,
    to new: MemorySite,
    embedded: () -> [String]
  ) {
    guard let path, let before = old[path], let after = new[path] else {
      self = .reload
      return
    }
    if before == after {
      self = Self.names(before, oneOf: embedded()) ? .reload : .none
      return
    }
    let (oldSheets, newSheets) = (StyleSheets(in: before), StyleSheets(in: after))
    guard oldSheets.rest == newSheets.rest, oldSheets.addresses.count == newSheets.addresses.count
    else {
      self = .reload
      return
    }
    let pairs = zip(oldSheets.addresses, newSheets.addresses).filter { $0 != $1 }
    self = .styles(Dictionary(pairs, uniquingKeysWith: { first, _ in first }))
  }

  /// The names of files that pages show, rather than lead to, and that differ or are gone: as they stand in addresses.
  static func changedEmbeddedFiles(
    from old: MemorySite,
    to new: MemorySite
  ) -> [String] {
    new.pathsChanged(since: old).filter(isEmbedded).map { path in
      let start = path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex
      return PercentCode.path(String(path[start...]))
    }
  }

  /// Whether pages show a file of this name, rather than lead to it.
  private static func isEmbedded(_ path: String) -> Bool {
    let type = MediaType.of(path)
    return ["image/", "font/", "video/", "audio/", "text/css", "text/javascript"].contains {
      type.hasPrefix($0)
    }
  }

  /// Whether a page that stayed as it was names a file that did not: a picture that was drawn anew.
  private static func names(_ page: [UInt8], oneOf files: [String]) -> Bool {
    guard !files.isEmpty else { return false }
    let text = String(decoding: page, as: UTF8.self)
    return files.contains { text.contains($0) }
  }
}

/// The addresses of a page's style sheets, apart from all else of it.
private struct StyleSheets {
  /// In their order.
  var addresses: [String] = []
  /// The page without them.
  var rest: [UInt8] = []

  private static let start = Array(#"<link rel="stylesheet" href=""#.utf8)

  /// Callboard writes a link to a style sheet in one way only; see `layouts/base.html`.
  init(in page: [UInt8]) {
    var offset = 0
    while offset < page.count {
      guard page[offset...].starts(with: Self.start) else {
        let next = page[(offset + 1)...].firstIndex(of: UInt8(ascii: "<")) ?? page.count
        rest += page[offset..<next]
        offset = next
        continue
      }
      let value = page[(offset + Self.start.count)...].prefix { $0 != UInt8(ascii: "\"") }
      addresses.append(String(decoding: value, as: UTF8.self))
      rest += Self.start
      offset = value.endIndex
    }
  }
}
