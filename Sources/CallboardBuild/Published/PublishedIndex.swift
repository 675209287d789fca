import CallboardJSON
import CallboardSite

/// The `index.json` of a published portal.
package struct PublishedIndex: Sendable {
  /// One kind of the catalog.
  package struct Kind: Hashable, Sendable {
    /// In lower case.
    package var name: String
    package var entityCount: Int
    package var pageCount: Int
  }

  package var title: String
  /// Where the portal is published; nil when its `site.yaml` does not say.
  package var url: String?
  /// The commit it was built from; nil when it is not known.
  package var revision: String?
  /// Sorted by name.
  package var kinds: [Kind]
  package var refPageCount: Int
  package var problemPageCount: Int

  package var entityCount: Int { kinds.reduce(0) { $0 + $1.entityCount } }
}

extension PublishedIndex {
  /// More pages than any portal has; the bound keeps a damaged file from asking for years of work.
  private static let maximumPageCount = 1_000_000

  init(_ json: JSONValue, file: String, place: String) throws(PublishedCatalogError) {
    func fail(_ reason: PublishedCatalogError.Reason) -> PublishedCatalogError {
      PublishedCatalogError(reason, file: file, place: place)
    }
    func count(_ value: JSONValue?, _ name: String) throws(PublishedCatalogError) -> Int {
      guard let count = value?.integer, (0...Self.maximumPageCount).contains(count) else {
        throw fail(.unexpected("'\(name)', a count"))
      }
      return count
    }
    guard json["generator"]?.string?.hasPrefix("Callboard") == true else { throw fail(.noCatalog) }
    guard let format = json["format"]?.integer else {
      throw fail(.unexpected("'format', a number"))
    }
    guard format <= SiteFiles.format else { throw fail(.newerFormat(format)) }
    title = json["title"]?.string ?? ""
    url = json["url"]?.string
    revision = json["revision"]?.string
    refPageCount = try count(json["pages"]?["refs"], "pages.refs")
    problemPageCount = try count(json["pages"]?["problems"], "pages.problems")
    guard let members = json["pages"]?["entities"]?.object?.members else {
      throw fail(.unexpected("'pages.entities', an object"))
    }
    kinds = []
    for member in members {
      guard Self.isPathPart(member.name) else {
        throw fail(.unexpected("kinds as the names in 'pages.entities'"))
      }
      kinds.append(
        Kind(
          name: member.name,
          entityCount: json["kinds"]?[member.name]?.integer ?? 0,
          pageCount: try count(member.value, "pages.entities.\(member.name)")
        )
      )
    }
    kinds.sort { $0.name < $1.name }
  }

  /// Whether a text from outside may stand for one part of a path.
  static func isPathPart(_ text: String) -> Bool {
    !text.isEmpty && text != "." && text != ".."
      && text.utf8.allSatisfy { $0 > 0x20 && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "\\") }
  }
}
