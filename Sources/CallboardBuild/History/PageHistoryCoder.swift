import CallboardSite

/// Encodes what is known of the pages of a group for the cache. Whoever changes the form raises ``version``.
enum PageHistoryCoder {
  static let version = 1

  /// Of each member, the pages by path.
  static func encode(_ members: [[String: PageHistory]]) -> [UInt8] {
    var bytes: [UInt8] = []
    func append(_ text: String) {
      bytes.appendLittleEndian(UInt32(clamping: text.utf8.count))
      bytes.append(contentsOf: text.utf8)
    }
    bytes.appendLittleEndian(UInt32(clamping: members.count))
    for pages in members {
      bytes.appendLittleEndian(UInt32(clamping: pages.count))
      for (path, page) in pages.sorted(by: { $0.key < $1.key }) {
        append(path)
        bytes.appendLittleEndian(page.seconds)
        bytes.appendLittleEndian(UInt32(clamping: page.moreContributors))
        bytes.appendLittleEndian(UInt32(clamping: page.contributors.count))
        for name in page.contributors { append(name) }
      }
    }
    return bytes
  }

  /// nil for anything that ``encode(_:)`` did not make.
  static func decode(_ bytes: [UInt8]) -> [[String: PageHistory]]? {
    var fields = ByteFieldReader(bytes)
    func count() -> Int? { fields.integer(UInt32.self).map { Int($0) } }
    func text() -> String? {
      count().flatMap { fields.slice($0) }.flatMap { String(validating: $0, as: UTF8.self) }
    }
    guard let memberCount = count() else { return nil }
    var members: [[String: PageHistory]] = []
    for _ in 0..<memberCount {
      guard let pageCount = count() else { return nil }
      var pages: [String: PageHistory] = [:]
      for _ in 0..<pageCount {
        guard let path = text(), let seconds = fields.integer(Int64.self), let more = count(),
          let nameCount = count()
        else { return nil }
        var names: [String] = []
        for _ in 0..<nameCount {
          guard let name = text() else { return nil }
          names.append(name)
        }
        pages[path] = PageHistory(seconds: seconds, contributors: names, moreContributors: more)
      }
      members.append(pages)
    }
    return fields.isAtEnd ? members : nil
  }
}
